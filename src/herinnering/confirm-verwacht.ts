import { findActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { confirmIn, ongewijzigd } from './confirm-from-herinnering.ts';
import { findVerwacht, type VerwachtVraag } from './stored-verwacht.ts';
import { verwachtCard } from './verwacht-card.ts';

export const confirmVerwacht = command({
  name: 'verwacht.ongewijzigd',
  input: ongewijzigd,
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ bericht, nummer, na }, asked): Promise<Card> => {
    const actie = await findActie(asked.tx, nummer);
    const again = () => ownVraag(bericht, nummer, asked);
    return confirmIn(await again(), { actie, na }, { card: verwachtCard, again }, asked);
  },
});

/** Refuses who did not get the message. */
async function ownVraag(bericht: number, nummer: number, { tx, asker }: Asked): Promise<VerwachtVraag> {
  const vraag = await findVerwacht(tx, bericht);
  if (vraag?.ontvanger === asker.id) return vraag;
  throw new Refusal(`Dit bericht is niet van jou. Typ «actie ${nummer}» om de actie te zien.`);
}
