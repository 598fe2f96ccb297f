import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { namedVakanties, refuseOthers } from './stored-vakantie.ts';
import { kortText } from './vakantie.ts';
import { vakantieCard } from './vakanties-card.ts';

/** «vakantie kerst telt mee», «bouwvak telt niet mee»: all that come, or those of a year. */
export const changeVakantie = command({
  name: 'vakantie.telt',
  input: z.object({
    naam: z.string(),
    jaar: z.coerce.number().int().optional(),
    stand: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['mee', 'niet mee'])),
  }),
  phrases: [
    /^(?:vakantie )?(?<naam>[\p{L}' -]{2,60}?)(?: (?<jaar>20\d{2}))? tel(?:t|len) (?<stand>niet mee|mee)[.!]?$/iu,
  ],
  changes: true,
  run: ({ naam, jaar, stand }, asked) => change(naam, jaar, stand === 'mee', asked),
});

async function change(naam: string, jaar: number | undefined, vrij: boolean, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked);
  const found = await namedVakanties(asked, naam, jaar);
  const ids = found.map(({ id }) => id);
  const { count } = await tx.vakantie.updateMany({ where: { id: { in: ids }, vrij: !vrij }, data: { vrij } });
  const [first] = found;
  const dates = found.map(kortText);
  if (count > 0) {
    await addLogregel(asked, 'vakantie telt', { naam: first.naam, vrij, dagen: dates });
    await planComing(tx, now);
  }
  return vakantieCard(`${first.naam}: ${dates.join('; ')}.`, { ...first, vrij }, now);
}
