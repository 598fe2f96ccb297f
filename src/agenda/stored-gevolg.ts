import type { StoredActie } from '../actie/stored-actie.ts';
import type { Tx } from '../db/database.ts';
import { VRAAGSTAPPEN } from '../herinnering/aanloop.ts';
import { trekkerRows } from './stored-velden.ts';

/** What follows for an organisatie that carries an actie no more, or from now on. */
export type TrekkerGevolg = {
  organisatie: string;
  /** Carries it from now on; else: not any more. */
  erbij: boolean;
  /** How many persons there report for it. */
  personen: number;
  /** How many herinneringen wait for them; they are about other acties too. */
  herinneringen: number;
};

/** What follows for the organisaties of an actie when these are its trekkers. */
export async function gevolgenOfTrekkers(
  tx: Tx,
  { trekkers }: Pick<StoredActie, 'trekkers'>,
  namen: readonly string[],
): Promise<TrekkerGevolg[]> {
  const before = new Set(trekkers.flatMap(({ organisatieId }) => organisatieId ?? []));
  const kept = trekkers.filter(({ aanduiding }) => namen.includes(aanduiding));
  const fresh = await trekkerRows(
    tx,
    namen.filter((naam) => !trekkers.some(({ aanduiding }) => aanduiding === naam)),
  );
  const after = new Set([...kept, ...fresh].flatMap(({ organisatieId }) => organisatieId ?? []));
  return [
    ...(await gevolgenFor(tx, [...before.difference(after)], false)),
    ...(await gevolgenFor(tx, [...after.difference(before)], true)),
  ];
}

async function gevolgenFor(tx: Tx, ids: number[], erbij: boolean): Promise<TrekkerGevolg[]> {
  const organisaties = await tx.organisatie.findMany({
    where: { id: { in: ids } },
    include: { personen: { where: { rol: 'trekker' }, include: { herinneringen: { where: WAITING } } } },
    orderBy: { naam: 'asc' },
  });
  return organisaties.map(({ naam, personen }) => ({
    organisatie: naam,
    erbij,
    personen: personen.length,
    herinneringen: personen.reduce((sum, { herinneringen }) => sum + herinneringen.length, 0),
  }));
}

const WAITING = { status: 'gepland' as const, soort: { in: [...VRAAGSTAPPEN] } };
