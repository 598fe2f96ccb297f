import type { Tx } from '../db/database.ts';
import { organisatiesVan, type Werkend } from './persoon.ts';
import { magBij } from './rechten.ts';
import { endBezettingen } from './stored-bezetting.ts';
import { zetelsVan } from './stored-werk.ts';
import type { Gehouden } from './werk.ts';

/** What somebody lets go of: it falls back to the organisatie. */
export type Vrij = {
  acties: { trekkerId: number; nummer: number }[];
  zetels: Gehouden[];
  /** The organisaties that they answered for. */
  contactVan: { id: number; naam: string }[];
};

/** What somebody cannot keep when they are what `straks` says: named for an actie or holding a zetel elsewhere. */
export async function vrijBij(
  tx: Tx,
  { id }: { id: number },
  straks: Werkend,
  now: Temporal.Instant,
): Promise<Vrij> {
  const rows = await tx.trekker.findMany({
    where: { persoonId: id },
    include: { actie: true },
    orderBy: { actie: { nummer: 'asc' } },
  });
  const acties = rows.filter(({ organisatieId }) => {
    return organisatieId === null || !magBij(straks, organisatieId, 'eigen acties melden');
  });
  const places = organisatiesVan(straks);
  const zetels = await zetelsVan(tx, id, now);
  const answered = await tx.organisatie.findMany({
    where: { contactId: id },
    select: { id: true, naam: true },
    orderBy: { naam: 'asc' },
  });
  return {
    contactVan: answered.filter((plaats) => !magBij(straks, plaats.id, 'eigen acties melden')),
    acties: acties.map((row) => ({ trekkerId: row.id, nummer: row.actie.nummer })),
    zetels: zetels.filter(({ organisatie }) => !places.includes(organisatie.id)),
  };
}

/** Lets go of it: nobody is named for the acties, today is the last day of the zetels. */
export async function releaseOf(
  tx: Tx,
  { acties, zetels, contactVan }: Vrij,
  now: Temporal.Instant,
): Promise<void> {
  const ids = acties.map(({ trekkerId }) => trekkerId);
  await tx.trekker.updateMany({ where: { id: { in: ids } }, data: { persoonId: null } });
  const organisaties = contactVan.map((plaats) => plaats.id);
  await tx.organisatie.updateMany({ where: { id: { in: organisaties } }, data: { contactId: null } });
  await endBezettingen(tx, zetels, now);
}
