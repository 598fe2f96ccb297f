import { z } from 'zod';
import { confirm, na } from '../actie/confirm-unchanged.ts';
import { nummer } from '../actie/show-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { aanloopVan } from './aanloop.ts';
import { aboutOf, delenVan, herinneringenVan, tekstVan } from './compose-herinnering.ts';
import { askCard } from './vraag-card.ts';

export const confirmFromHerinnering = command({
  name: 'herinnering.ongewijzigd',
  input: z.object({ bericht: z.number().int(), nummer, na }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ bericht, nummer, na }, asked) => confirmAndGoOn(bericht, nummer, na, asked),
});

/** Registers "ongewijzigd"; the herinnering that was pressed shows what is left. */
async function confirmAndGoOn(bericht: number, nummer: number, na: number, asked: Asked): Promise<Card> {
  const { tx, asker, now } = asked;
  const rows = await herinneringenVan(tx, bericht);
  const [first] = rows;
  if (first?.bericht?.persoonId !== asker.id)
    throw new Refusal(`Deze herinnering is niet van jou. Typ «actie ${nummer}» om de actie te zien.`);
  await confirm(nummer, na, asked);
  const { soort, vergadering } = first;
  const tekst = tekstVan(aanloopVan(vergadering), soort);
  const delen = await delenVan(tx, rows, now);
  return askCard({ bericht, soort, tekst, over: aboutOf(vergadering), delen, now });
}
