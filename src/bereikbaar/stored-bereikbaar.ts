import type { Tx } from '../db/database.ts';
import { dagVan, vrijeDagen } from '../kalender/stored-vakantie.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import type { Mens, Mensen } from './ontvanger.ts';
import { binnenUren, GEWOON, type Voorkeur } from './voorkeur.ts';

/** What is asked with a persoon to know when they want to be written to. */
export const withVoorkeur = { voorkeur: true } as const;

export const voorkeurVan = ({ voorkeur }: { voorkeur: Voorkeur | null }): Voorkeur => voorkeur ?? GEWOON;

/** What each of these persons wants, asked at once. */
export async function voorkeurenVan(tx: Tx, personen: readonly number[]): Promise<(id: number) => Voorkeur> {
  const rows = await tx.voorkeur.findMany({ where: { persoonId: { in: [...personen] } } });
  const known = new Map(rows.map((row) => [row.persoonId, row]));
  return (id) => known.get(id) ?? GEWOON;
}

/** The first moment from `now` on within the hours of this persoon; `uiterlijk`: from then on it is of no use. */
export async function urenVan(
  tx: Tx,
  persoonId: number,
  now: Temporal.Instant,
  uiterlijk: Temporal.Instant,
): Promise<Temporal.Instant> {
  const voorkeur = await tx.voorkeur.findFirst({ where: { persoonId } });
  return binnenUren(now, voorkeurVan({ voorkeur }), { uiterlijk, vrij: await vrijeDagen(tx) });
}

/** What is asked of them besides: when each wants to be written to, and whose rol is bestuurder. */
export type Wensen = { voorkeuren: ReadonlyMap<number, Voorkeur>; bestuurders: ReadonlySet<number> };

/**
 * These persons with everyone who may get a message in their place from that day on, as far as who may be written to
 * and who runs the overleg does not matter: the caller knows those.
 */
export async function mensenRond(
  tx: Tx,
  ids: readonly number[],
  dag: Temporal.PlainDate,
): Promise<Pick<Mensen, 'mensen' | 'contacten'> & Wensen> {
  const today = new Date(dag.toString());
  const away = await tx.afwezigheid.findMany({
    where: { ingetrokkenOp: null, tot: { gte: today } },
    orderBy: [{ van: 'asc' }, { id: 'asc' }],
  });
  const led = await tx.organisatie.findMany({
    where: { contactId: { not: null } },
    select: { id: true, contactId: true },
  });
  const contacten = new Map(
    led.flatMap(({ id, contactId }) => (contactId === null ? [] : [[id, contactId]])),
  );
  const named = [...ids, ...away.flatMap(({ vervangerId }) => vervangerId ?? []), ...contacten.values()];
  const rows = await tx.persoon.findMany({
    where: { id: { in: [...new Set(named)] }, ...AANWEZIG },
    select: { id: true, organisatieId: true, rol: true, ...withVoorkeur },
  });
  const absences = Map.groupBy(away, ({ persoonId }) => persoonId);
  const mensen = rows.map(({ id, organisatieId }): [number, Mens] => {
    const afwezig = (absences.get(id) ?? []).map(({ van, tot, vervangerId }) => {
      return { van: dagVan(van), tot: dagVan(tot), vervangerId };
    });
    return [id, { id, organisatieId, afwezig }];
  });
  return {
    mensen: new Map(mensen),
    contacten,
    bestuurders: new Set(rows.filter(({ rol }) => rol === 'bestuurder').map(({ id }) => id)),
    voorkeuren: new Map(rows.map((persoon) => [persoon.id, voorkeurVan(persoon)])),
  };
}
