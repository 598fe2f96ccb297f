import { carries } from '../actie/actie.ts';
import type { Tx } from '../db/database.ts';
import { asksAbout, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { rollenMet } from '../persoon/rechten.ts';
import { AANWEZIG, askable } from '../persoon/stored-persoon.ts';
import type { Doelgroep } from './aanloop.ts';

/** Which overleg prepares the vergaderingen of the others. */
const AGENDACOMMISSIE = 'AGC';

/** The persons of a doelgroep, as they are for this vergadering. */
export async function doelgroepVan(
  tx: Tx,
  doelgroep: Doelgroep,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
): Promise<number[]> {
  switch (doelgroep) {
    case 'trekkers':
    case 'hogerop':
      return trekkersVan(tx, vergadering, now);
    case 'secretaris':
      return secretarissenVan(tx, vergadering, now);
    case 'agendacommissie':
      return unique([
        ...(await holders(tx, dagVan(vergadering, now), { code: AGENDACOMMISSIE }, ['voorzitter', 'lid'])),
        ...(await secretarissenVan(tx, vergadering, now)),
      ]);
    case 'leden':
      return holders(tx, dagVan(vergadering, now), { id: vergadering.overlegId }, ['voorzitter', 'lid']);
  }
}

const unique = (ids: readonly number[]): number[] => [...new Set(ids)];

/** The persons whose work it is to report on one of the acties asked about. */
async function trekkersVan(tx: Tx, vergadering: StoredVergadering, now: Temporal.Instant): Promise<number[]> {
  // What has ended may be opened again before the day comes; what is open is judged when it is due.
  const acties = await asksAbout(tx, vergadering, { open: false, ended: true, now });
  return (await askable(tx))
    .filter((persoon) => acties.some(({ trekkers }) => carries(persoon, trekkers)))
    .map(({ id }) => id);
}

/** Who holds the secretaris' zetel of the overleg; where nobody does, the secretarissen of the regio. */
export async function secretarissenVan(
  tx: Tx,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
): Promise<number[]> {
  const seated = await holders(tx, dagVan(vergadering, now), { id: vergadering.overlegId }, ['secretaris']);
  return seated.length > 0 ? seated : beheerders(tx);
}

/** The secretarissen of the regio. */
export async function beheerders(tx: Tx): Promise<number[]> {
  const rol = { in: rollenMet('overleg beheren') };
  const rows = await tx.persoon.findMany({ where: { rol, ...AANWEZIG }, orderBy: { id: 'asc' } });
  return rows.map(({ id }) => id);
}

/** On which day is looked who holds a zetel: that of the vergadering, or once it was held today. */
const dagVan = ({ begin }: StoredVergadering, now: Temporal.Instant): Date =>
  new Date(Math.max(begin.getTime(), now.epochMilliseconds));

/** Who holds a zetel with one of these rollen on that day. */
async function holders(
  tx: Tx,
  dag: Date,
  overleg: { id: number } | { code: string },
  rollen: ('voorzitter' | 'lid' | 'secretaris')[],
): Promise<number[]> {
  const held = await tx.bezetting.findMany({
    where: {
      zetel: { overleg, rol: { in: rollen } },
      persoon: AANWEZIG,
      van: { lte: dag },
      OR: [{ tot: null }, { tot: { gte: dag } }],
    },
    orderBy: { id: 'asc' },
  });
  return unique(held.map(({ persoonId }) => persoonId));
}
