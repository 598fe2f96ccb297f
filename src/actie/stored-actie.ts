import type { Tx } from '../db/database.ts';
import { Refusal } from '../refusal.ts';
import { ENDED } from './actie.ts';

/** All that a card of an actie shows. */
const whole = {
  thema: { include: { pijler: true } },
  opgegaan: { select: { nummer: true }, orderBy: { nummer: 'asc' } },
  gesplitst: { select: { nummer: true }, orderBy: { nummer: 'asc' } },
  trekkers: {
    include: { organisatie: true, persoon: { select: { naam: true, email: true, vertrokkenOp: true } } },
    orderBy: { id: 'asc' },
  },
  laatste: { include: { persoon: { include: { organisatie: true } }, namens: true } },
} as const;

export type StoredActie = NonNullable<Awaited<ReturnType<typeof lookUp>>>;

const lookUp = (tx: Tx, nummer: number) => tx.actie.findFirst({ where: { nummer }, include: whole });

/** The actie with that number. Refuses an unknown number, and says which exist. */
export async function findActie(tx: Tx, nummer: number): Promise<StoredActie> {
  const actie = nummer <= MAX_NUMMER ? await lookUp(tx, nummer) : null;
  if (actie) return actie;
  const { _min, _max } = await tx.actie.aggregate({ _min: { nummer: true }, _max: { nummer: true } });
  throw new Refusal(
    _min.nummer === null
      ? 'Er staan nog geen acties in de doe-agenda.'
      : `Actie #${nummer} bestaat niet. De nummers lopen van ${_min.nummer} tot en met ${_max.nummer}.`,
  );
}

/** The largest number that the database takes. */
export const MAX_NUMMER = 2_147_483_647;

/** Acties that are part of the doe-agenda now: not those that went up in another one. */
export const ON_AGENDA = { opgegaanIn: null };

/** The whole acties with these ids, by number. */
export function actiesById(tx: Tx, ids: readonly number[]): Promise<StoredActie[]> {
  return tx.actie.findMany({ where: { id: { in: [...ids] } }, include: whole, orderBy: { nummer: 'asc' } });
}

/**
 * Takes the actie for the rest of the transaction, as it was when it was read. When somebody else has reported on it
 * since, it refuses: nothing is overwritten unseen. Taken before the first write: two writers would else wait for
 * each other.
 */
export async function takeActie(
  tx: Tx,
  { id, nummer, updateId }: Pick<StoredActie, 'id' | 'nummer' | 'updateId'>,
) {
  const taken = await tx.$queryRaw<unknown[]>`
    select id from actie where id = ${id} and opgegaan_in is null
    and update_id is not distinct from ${updateId}::integer for update`;
  if (taken.length > 0) return;
  throw new Refusal(
    `Iemand anders heeft intussen iets gemeld bij actie #${nummer}. Er is niets overschreven. Typ «actie ${nummer}» om te zien wat er nu staat.`,
  );
}

/** The acties with these numbers, by number, which nobody else reports on for the rest of the transaction. */
export async function lockActies(tx: Tx, nummers: readonly number[]): Promise<StoredActie[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select id from actie where nummer = any(${[...nummers]}) order by id for update`;
  return actiesById(
    tx,
    rows.map(({ id }) => id),
  );
}

export type Where = NonNullable<NonNullable<Parameters<Tx['actie']['findMany']>[0]>['where']>;

/** Not ended, and without an update that still stands since then; without a moment: without any. */
export const waitsForUpdate = (since: Date | undefined): Where => ({
  status: { notIn: ENDED },
  OR: [{ updateId: null }, ...(since ? [{ laatste: { gemeldOp: { lt: since } } }] : [])],
});

/** How many there are, and the first `named` of them. */
export async function countAndFirst(tx: Tx, where: Where, named: number) {
  const first = await tx.actie.findMany({
    where,
    select: { nummer: true, titel: true },
    orderBy: { nummer: 'asc' },
    take: named,
  });
  return { count: await tx.actie.count({ where }), first };
}
