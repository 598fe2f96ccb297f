import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { mag } from '../persoon/rechten.ts';
import { toLocal } from './datum.ts';
import { comingVakanties } from './stored-vakantie.ts';
import { isInYear } from './vakantie.ts';
import { vakantiesCard } from './vakanties-card.ts';

export const listVakanties = command({
  name: 'vakanties',
  input: z.object({ jaar: z.coerce.number().int().optional() }),
  phrases: [/^(?:(?:school)?vakanties|vakantiedagen)(?: (?:in |van )?(?<jaar>20\d{2}))?[?.!]*$/i],
  run: ({ jaar }, asked) => show(asked, jaar),
});

/** The times off to come; for the secretaris with the buttons that say whether they count. */
async function show({ tx, asker, now }: Asked, jaar?: number): Promise<Card> {
  const all = await comingVakanties(tx, toLocal(now).toPlainDate());
  const shown = jaar === undefined ? all : all.filter((one) => isInYear(one, jaar));
  return vakantiesCard({ vakanties: shown, jaar, beheert: mag(asker, 'overleg beheren'), now });
}
