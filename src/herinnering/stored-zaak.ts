import type { Ontvanger } from '../bereikbaar/ontvanger.ts';
import { mensenRond, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { withOverleg } from '../overleg/stored-vergadering.ts';
import type { Outcome } from './herinnering.ts';
import type { Zaak } from './oordeel.ts';

type Where = NonNullable<Parameters<Tx['herinnering']['findMany']>[0]>['where'];

/** What is planned, with whose it is, in the order in which it falls due. Each vergadering is read once. */
export async function findGepland(tx: Tx, where: Where) {
  const rows = await tx.herinnering.findMany({
    where: { status: 'gepland', ...where },
    include: { persoon: { include: { aanstellingen: true, ...withVoorkeur } } },
    orderBy: [{ geplandOp: 'asc' }, { id: 'asc' }],
  });
  const ids = new Set(rows.flatMap(({ vergaderingId }) => vergaderingId ?? []));
  const about = await tx.vergadering.findMany({ where: { id: { in: [...ids] } }, include: withOverleg });
  const known = new Map(about.map((vergadering) => [vergadering.id, vergadering]));
  return rows.map((row) => ({ ...row, vergadering: known.get(row.vergaderingId ?? 0) }));
}

export type Gepland = Awaited<ReturnType<typeof findGepland>>[number];

/** A herinnering that is due, with who gets it and what becomes of it. */
export type Geoordeeld = Gepland & {
  naar: Ontvanger | undefined;
  outcome: Outcome;
  /** The numbers of the acties that the message says are open, if it says so. */
  open?: number[];
  /** Until when it says that it can be answered, if it says so. */
  termijn?: string;
};

/** Asked once, however many persons are written to. */
export async function zaakRond(
  tx: Tx,
  personen: readonly number[],
  secretarissen: readonly number[],
  now: Temporal.Instant,
): Promise<Zaak> {
  const dag = toLocal(now).toPlainDate();
  const around = await mensenRond(tx, [...personen, ...secretarissen], dag);
  return {
    ...around,
    now,
    dag,
    secretarissen,
    vrij: await vrijeDagen(tx),
  };
}
