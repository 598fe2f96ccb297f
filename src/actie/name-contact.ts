import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { clearAfgewezen } from '../herinnering/stored-afgewezen.ts';
import { magBij } from '../persoon/rechten.ts';
import { findPersoon, lookUpPersonen, persoonById, requireRecht } from '../persoon/stored-persoon.ts';
import { touchedBy } from '../persoon/stored-werk.ts';
import { Refusal } from '../refusal.ts';
import { isEnded } from './actie.ts';
import { contactCard } from './contact-card.ts';
import { registerUpdate } from './register-update.ts';
import { nummer } from './show-actie.ts';
import { findActie, type StoredActie } from './stored-actie.ts';

const WHAT = 'de contactpersoon van een actie wijzigen';

export const nameContact = command({
  name: 'actie.contact',
  // `zeker`: asked on a form, so that it cannot be an update.
  input: z.object({ nummer, wie: z.string().trim().min(1).max(300), zeker: z.boolean().default(false) }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? contact(?:persoon)?:? (?:is |wordt )?(?<wie>.{1,254}?)[.!]?$/i,
  ],
  changes: true,
  run: ({ nummer, wie, zeker }, asked) => name(nummer, wie, zeker, asked),
});

/** Who is asked and reminded about an actie, of an organisatie that carries it; «niemand»: whoever is there. */
async function name(nummer: number, wie: string, zeker: boolean, asked: Asked): Promise<Card | Form> {
  const { tx } = asked;
  const nobody = /^(?:niemand|weg|geen)$/i.test(wie);
  // "actie 12 contact gelegd met het UWV" is no name but an update.
  if (!nobody && !zeker && (await lookUpPersonen(tx, wie)).length === 0)
    return reported(nummer, `contact ${wie}`, asked);
  await requireRecht(asked, 'personen beheren', WHAT);
  const actie = await findActie(tx, nummer);
  if (isEnded(actie.status))
    throw new Refusal(`Actie #${nummer} is klaar: er is geen contactpersoon meer nodig.`);
  const persoon = nobody ? undefined : await findPersoon(tx, wie);
  const rows = persoon
    ? rowsFor(actie, persoon)
    : actie.trekkers.filter(({ persoonId }) => persoonId !== null);
  if (rows.length === 0) throw new Refusal(`Actie #${nummer} heeft geen vaste contactpersoon.`);
  if (persoon && rows.every(({ persoonId }) => persoonId === persoon.id))
    throw new Refusal(`${persoon.naam} is al de contactpersoon van actie #${nummer}.`);
  await store(actie, rows, persoon?.id ?? null, asked);
  return contactCard(actie, rows, persoon, asked.now);
}

async function reported(nummer: number, tekst: string, asked: Asked): Promise<Card | Form> {
  const update = registerUpdate.parse({ nummer, tekst });
  if (!update) throw new Refusal(`Typ «actie ${nummer} bijwerken» om iets te melden.`);
  return update.run(asked);
}

/** Where somebody can be the contact: of the organisaties that carry it, those where they work and may report. */
function rowsFor({ nummer, trekkers }: StoredActie, persoon: Awaited<ReturnType<typeof findPersoon>>) {
  const rows = trekkers.filter(({ organisatieId }) => {
    return organisatieId !== null && magBij(persoon, organisatieId, 'eigen acties melden');
  });
  if (rows.length > 0) return rows;
  const names = [...new Set(trekkers.flatMap(({ organisatie }) => organisatie?.naam ?? []))];
  const reads = trekkers.find((row) => row.organisatieId && magBij(persoon, row.organisatieId, 'lezen'));
  if (reads?.organisatie) {
    throw new Refusal(
      `${persoon.naam} is lezer bij ${reads.organisatie.naam} en kan niets melden. Geef eerst een andere rol, met «persoon wijzigen ${persoon.email}».`,
    );
  }
  throw new Refusal(
    names.length === 0
      ? `Actie #${nummer} heeft nog geen organisatie als trekker, dus ook geen contactpersoon.`
      : `${persoon.naam} kan niets melden voor een trekker van actie #${nummer} (${names.join(', ')}). Typ eerst «persoon ${persoon.email} ook bij ${names[0]} trekker».`,
  );
}

async function store(
  { id, nummer }: StoredActie,
  rows: StoredActie['trekkers'],
  persoonId: number | null,
  asked: Asked,
): Promise<void> {
  const { tx, now } = asked;
  await tx.trekker.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { persoonId } });
  if (persoonId !== null) await clearAfgewezen(tx, [id], [persoonId], now);
  const van = rows.map((row) => row.persoonId);
  await addLogregel(asked, 'contact', { nummer, van, naar: persoonId });
  const ids = new Set([...van, persoonId].filter((id) => id !== null));
  const people = await Promise.all([...ids].map((id) => persoonById(tx, id)));
  const bij = rows.flatMap(({ organisatieId }) => organisatieId ?? []);
  await planComing(tx, now, await touchedBy(tx, people, bij));
}
