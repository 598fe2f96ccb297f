import { z } from 'zod';
import { confirm, na } from '../actie/confirm-unchanged.ts';
import { alreadyReported } from '../actie/register-update.ts';
import { nummer } from '../actie/show-actie.ts';
import { findActie, type StoredActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { eigenVraag, vraagNu } from './stored-eigen-vraag.ts';
import type { Deel } from './stored-vraag.ts';
import { askCard } from './vraag-card.ts';

/** What a button "Ongewijzigd" of a message holds. */
export const ongewijzigd = z.object({ bericht: z.number().int(), nummer, na });

export const confirmFromHerinnering = command({
  name: 'herinnering.ongewijzigd',
  input: ongewijzigd,
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ bericht, nummer, na }, asked): Promise<Card> => {
    const actie = await findActie(asked.tx, nummer);
    const own = await eigenVraag(bericht, asked, actie);
    if (!own.vraag) return own.gesloten;
    const show = { card: askCard, again: () => vraagNu(own.vraag, asked) };
    return confirmIn(own.vraag, { actie, na }, show, asked);
  },
});

type Show<Vraag> = {
  card: (vraag: Vraag, now: Temporal.Instant, zin?: string) => Card;
  /** The message as it is after the press. */
  again: () => Promise<Vraag>;
};

/** Registers "ongewijzigd"; the message that was pressed shows what is left. An old button shows what is so. */
export async function confirmIn<Vraag extends { bericht: number; delen: readonly Deel[] }>(
  vraag: Vraag,
  { actie, na }: { actie: StoredActie; na: number },
  { card, again }: Show<Vraag>,
  asked: Asked,
): Promise<Card> {
  const { nummer } = actie;
  if (na !== (actie.updateId ?? 0)) return card(vraag, asked.now, alreadyReported(actie));
  if (!vraag.delen.some(({ open }) => open.some((one) => one.nummer === nummer)))
    return card(vraag, asked.now, `Al verwerkt. Actie #${nummer} staat niet meer in dit bericht.`);
  await confirm(nummer, na, { bericht: vraag.bericht }, asked);
  return card(await again(), asked.now);
}
