import { z } from 'zod';
import { confirm, na } from '../actie/confirm-unchanged.ts';
import { alreadyReported } from '../actie/register-update.ts';
import { nummer } from '../actie/show-actie.ts';
import { findActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { eigenVraag, vraagNu } from './stored-eigen-vraag.ts';
import { askCard } from './vraag-card.ts';

export const confirmFromHerinnering = command({
  name: 'herinnering.ongewijzigd',
  input: z.object({ bericht: z.number().int(), nummer, na }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ bericht, nummer, na }, asked) => confirmAndGoOn(bericht, nummer, na, asked),
});

/** Registers "ongewijzigd"; the herinnering that was pressed shows what is left. An old button shows what is so. */
async function confirmAndGoOn(bericht: number, nummer: number, na: number, asked: Asked): Promise<Card> {
  const actie = await findActie(asked.tx, nummer);
  const own = await eigenVraag(bericht, asked, actie);
  if (!own.vraag) return own.gesloten;
  if (na !== (actie.updateId ?? 0)) return askCard(own.vraag, asked.now, alreadyReported(actie));
  if (!own.vraag.delen.some(({ open }) => open.some((one) => one.nummer === nummer)))
    return askCard(own.vraag, asked.now, `Al verwerkt. Actie #${nummer} staat niet meer in dit bericht.`);
  await confirm(nummer, na, { bericht }, asked);
  return askCard(await vraagNu(own.vraag, asked), asked.now);
}
