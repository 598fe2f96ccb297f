import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { keepsAgenda } from './stored-recht.ts';
import { findPijlers } from './stored-thema.ts';
import { themasCard } from './themas-card.ts';

export const listThemas = command({
  name: 'themas',
  input: z.object({}),
  phrases: [
    /^(?:(?:alle|de|welke|toon|lijst) )*(?:thema['’‘`]?s|pijlers)(?: (?:zijn er|en pijlers|en thema['’‘`]?s))?[?.!]*$/i,
  ],
  inPlace: true,
  run: (_, asked) => showThemas(asked),
});

/** All themas, by pijler, with how many acties each has. */
export async function showThemas(asked: Asked): Promise<Card> {
  return themasCard(await findPijlers(asked.tx), keepsAgenda(asked), asked.now);
}
