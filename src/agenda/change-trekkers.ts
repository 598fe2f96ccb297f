import { z } from 'zod';
import { refuseMerged } from '../actie/actie.ts';
import { register } from '../actie/register-update.ts';
import { nummer } from '../actie/show-actie.ts';
import { findActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { trekkersForm } from './actie-form.ts';
import { proposeChange } from './change-actie.ts';
import { readTrekkers } from './stored-form.ts';
import { keepsAgenda, requireKeeper } from './stored-recht.ts';

/** Who ask how an actie stands in as many words: "trekkers graag". */
const VRAAG = '(?:graag|aub|svp|nu|alsjeblieft|alstublieft|opvragen|bekend|onbekend)[.!]?$';

export const changeTrekkers = command({
  name: 'actie.trekkers',
  input: z.object({ nummer, trekkers: z.string().trim().min(1).max(1000) }),
  phrases: [
    new RegExp(
      `^(?:actie )?#?(?<nummer>\\d+)[:,]? trekkers?:? (?!${VRAAG})(?<trekkers>.{1,1000}[^?])$`,
      'is',
    ),
  ],
  changes: true,
  run: ({ nummer, trekkers }, asked) => change(nummer, trekkers, asked),
});

/** The form on which unknown words come back, handed in. */
export const changeTrekkersForm = command({
  name: 'actie.trekkers.toon',
  input: z.object({ nummer, trekkers: z.string().trim().default('') }),
  phrases: [],
  changes: true,
  run: async ({ nummer, trekkers }, asked) => {
    await requireKeeper(asked);
    return propose(nummer, trekkers, asked);
  },
});

/** For who does not keep the agenda "trekkers zijn bij elkaar geweest" is an update as any other. */
async function change(nummer: number, words: string, asked: Asked): Promise<Card | Form> {
  if (!keepsAgenda(asked)) return register(nummer, `trekkers ${words}`, asked);
  return propose(nummer, words, asked);
}

async function propose(nummer: number, words: string, asked: Asked): Promise<Card | Form> {
  const actie = await findActie(asked.tx, nummer);
  refuseMerged(actie);
  const read = await readTrekkers(asked.tx, words);
  if ('error' in read) return trekkersForm(actie, words, read.error);
  return proposeChange(nummer, read, asked);
}
