import { z } from 'zod';
import { findActie, type StoredActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { Refusal } from '../refusal.ts';
import { afgewezenCard, afwijsForm } from './afgewezen-card.ts';
import { refreshHerinneringen } from './refresh-herinneringen.ts';
import { tellAfgewezen } from './stored-afgewezen.ts';
import { secretarissenVan } from './stored-doelgroep.ts';
import { eigenVraag } from './stored-eigen-vraag.ts';
import type { Deel, Vraag } from './stored-vraag.ts';
import { askCard } from './vraag-card.ts';

/** What a menu takes on every platform. */
const MENU = 100;

export const openRejectForm = command({
  name: 'herinnering.niet_van_mij',
  input: z.object({ bericht: z.number().int() }),
  phrases: [],
  run: async ({ bericht }, asked): Promise<Card | Form> => {
    const own = await eigenVraag(bericht, asked);
    if (!own.vraag) return own.gesloten;
    const open = own.vraag.delen.flatMap((deel) => deel.open);
    const acties = [...new Map(open.map((actie) => [actie.nummer, actie])).values()].slice(0, MENU);
    return acties.length === 0 ? askCard(own.vraag, asked.now) : afwijsForm(bericht, acties);
  },
});

export const rejectActie = command({
  name: 'herinnering.afwijzen',
  input: z.object({
    bericht: z.number().int(),
    nummer: z.coerce.number().int().positive(),
    wie: z.string().trim().max(300).default(''),
  }),
  phrases: [],
  changes: true,
  run: async ({ bericht, nummer, wie }, asked): Promise<Card> => {
    const actie = await findActie(asked.tx, nummer);
    const own = await eigenVraag(bericht, asked, actie);
    if (!own.vraag) return own.gesloten;
    const delen = own.vraag.delen.filter(({ open }) => open.some((one) => one.nummer === nummer));
    if (delen.length === 0)
      throw new Refusal(`Al verwerkt. Actie #${nummer} staat niet meer in dat bericht.`);
    return reject(actie, own.vraag, delen, wie, asked);
  },
});

/** "Niet van mij": of those of whom the actie was asked in this message. Twice is once. */
async function reject(
  actie: StoredActie,
  vraag: Vraag,
  delen: readonly Deel[],
  tekst: string,
  asked: Asked,
): Promise<Card> {
  const { tx, asker, now } = asked;
  const op = new Date(now.epochMilliseconds);
  const personen = delen.map(({ voor }) => voor.id);
  const rows = personen.map((persoonId) => ({ actieId: actie.id, persoonId, op, tekst }));
  const { count } = await tx.afgewezen.createMany({ data: rows, skipDuplicates: true });
  if (count > 0) {
    await addLogregel(asked, 'niet van mij', { nummer: actie.nummer, personen, wie: tekst });
    const secretarissen = (await secretarissenVan(tx, vraag.vergadering, now)).filter(
      (id) => id !== asker.id,
    );
    const gezegd = personen.map((persoon) => ({ actie: actie.id, persoon, door: asker.id }));
    await tellAfgewezen(tx, secretarissen, gezegd, now);
    await refreshHerinneringen(tx, { personen }, now);
  }
  const others = delen.flatMap(({ voor }) => (voor.als === 'zelf' ? [] : voor.naam));
  const voor = others.length > 0 ? others.join(', ') : undefined;
  return afgewezenCard(actie, { personen, voor }, now);
}
