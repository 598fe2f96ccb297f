import { z } from 'zod';
import { confirm, na } from '../actie/confirm-unchanged.ts';
import { alreadyReported } from '../actie/register-update.ts';
import { nummer } from '../actie/show-actie.ts';
import { findActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { findVerwacht, type VerwachtVraag } from './stored-verwacht.ts';
import { verwachtCard } from './verwacht-card.ts';

export const confirmVerwacht = command({
  name: 'verwacht.ongewijzigd',
  input: z.object({ bericht: z.number().int(), nummer, na }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ bericht, nummer, na }, asked) => confirmAndGoOn(bericht, nummer, na, asked),
});

/** Registers "ongewijzigd"; the message that was pressed shows what is left. An old button shows what is so. */
async function confirmAndGoOn(bericht: number, nummer: number, na: number, asked: Asked): Promise<Card> {
  const actie = await findActie(asked.tx, nummer);
  const vraag = await ownVraag(bericht, nummer, asked);
  if (na !== (actie.updateId ?? 0)) return verwachtCard(vraag, asked.now, alreadyReported(actie));
  if (!vraag.delen.some(({ open }) => open.some((one) => one.nummer === nummer)))
    return verwachtCard(vraag, asked.now, `Al verwerkt. Actie #${nummer} staat niet meer in dit bericht.`);
  await confirm(nummer, na, { bericht }, asked);
  return verwachtCard(await ownVraag(bericht, nummer, asked), asked.now);
}

/** Refuses who did not get the message. */
async function ownVraag(bericht: number, nummer: number, { tx, asker }: Asked): Promise<VerwachtVraag> {
  const vraag = await findVerwacht(tx, bericht);
  if (vraag?.ontvanger === asker.id) return vraag;
  throw new Refusal(`Dit bericht is niet van jou. Typ «actie ${nummer}» om de actie te zien.`);
}
