import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { mayUpdate } from './actie.ts';
import { actieCard } from './actie-card.ts';
import { findActie, relatedTo } from './stored-actie.ts';

/** A number of an actie, from words, a button or a form. */
export const nummer = z.coerce.number().min(0);

export const showActie = command({
  name: 'actie.toon',
  input: z.object({ nummer }),
  phrases: [/^(?:actie|nummer|nr\.?|actie nummer|actie nr\.?)? ?#?(?<nummer>\d+)\s*[?.!]*$/i],
  run: ({ nummer }, asked) => show(nummer, asked),
});

/** The card of an actie, as the asker may see it. */
export async function show(nummer: number, { tx, asker, now }: Asked): Promise<Card> {
  const actie = await findActie(tx, nummer);
  const related = await relatedTo(tx, nummer);
  return actieCard(actie, now, mayUpdate(asker, actie.trekkers), related);
}
