import { z } from 'zod';
import { confirm, na } from '../actie/confirm-unchanged.ts';
import { nummer } from '../actie/show-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { aboutOf, findHerinnering, openFor } from './compose-herinnering.ts';
import { allDoneCard, askCard } from './herinnering-card.ts';

export const confirmFromHerinnering = command({
  name: 'herinnering.ongewijzigd',
  input: z.object({ herinnering: z.number().int(), nummer, na }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ herinnering, nummer, na }, asked) => confirmAndGoOn(herinnering, nummer, na, asked),
});

/** Registers "ongewijzigd"; the herinnering that was pressed shows what is left. */
async function confirmAndGoOn(id: number, nummer: number, na: number, asked: Asked): Promise<Card> {
  const { tx, asker, now } = asked;
  const row = await findHerinnering(tx, id);
  if (row?.persoonId !== asker.id)
    throw new Refusal(`Deze herinnering is niet van jou. Typ «actie ${nummer}» om de actie te zien.`);
  await confirm(nummer, na, asked);
  const open = await openFor(tx, row.vergadering, asker, now);
  const done = `#${nummer} is ongewijzigd gemeld.`;
  const over = aboutOf(row.vergadering);
  return open.length === 0
    ? allDoneCard(over, done, now)
    : askCard({ id, soort: row.soort, over, open, now }, done);
}
