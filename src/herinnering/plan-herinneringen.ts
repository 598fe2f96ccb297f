import { planAkkoorden } from '../akkoord/plan-akkoord.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { findVergadering, isLopend } from '../overleg/stored-vergadering.ts';
import { aanloopVan, isErna, STAPPEN, type Stap, termijnVan } from './aanloop.ts';
import { isLaterStap, isNewRound, type Soort, vraagt } from './herinnering.ts';
import { planVerwacht } from './plan-verwacht.ts';
import { refreshHerinneringen } from './refresh-herinneringen.ts';
import { gewenst, type Planned } from './stored-gewenst.ts';
import { OPNIEUW, putBack } from './stored-teruggezet.ts';

/**
 * Plans what is sent about a vergadering from its date as it is now, in the place of what was planned before and
 * of what waits to be delivered. What has been sent stays sent, and is not sent again unless the new moment makes it
 * a new round. A moment that has passed is planned all the same: it is due at once, if it still matters. Cancelled, or
 * switched off: nothing is planned; once it has begun only what comes after it, and the rest is left to lapse. `only`:
 * leaves what is planned for anybody else as it is.
 */
export async function planHerinneringen(
  tx: Tx,
  vergaderingId: number,
  now: Temporal.Instant,
  only?: readonly number[],
): Promise<void> {
  const vergadering = await findVergadering(tx, vergaderingId);
  const begin = vergadering.begin.toTemporalInstant();
  const aanloop = aanloopVan(vergadering);
  const erna = STAPPEN.filter((stap) => isErna(aanloop[stap]));
  const held = Temporal.Instant.compare(begin, now) <= 0;
  const about = { vergaderingId, ...meant(only), ...(held ? { soort: { in: erna } } : {}) };
  const planned = { ...about, status: 'gepland' as const };
  await withdrawWaiting(tx, about);
  if (vergadering.status === 'geannuleerd' || vergadering.stil) {
    await tx.herinnering.deleteMany({ where: planned });
    return;
  }
  const vrij = await vrijeDagen(tx);
  const uiterlijk = new Date(termijnVan(aanloop, begin, vrij).subtract({ hours: 1 }).epochMilliseconds);
  // What was put off never goes past the termijn, wherever that has gone; at its very end nothing is sent any more.
  await tx.herinnering.updateMany({
    where: { AND: [planned, { soort: 'later', geplandOp: { gt: uiterlijk } }] },
    data: { geplandOp: uiterlijk },
  });
  const sinds = sindsVan(erna, begin);
  const sent = await tx.herinnering.findMany({ where: { vergaderingId, status: 'overgedragen' } });
  const wanted = (await gewenst(tx, vergadering, { aanloop, vrij, now })).filter(
    (one) => (only?.includes(one.persoonId) ?? true) && !sent.some((row) => says(row, one, sinds(one))),
  );
  await replace(tx, vergaderingId, planned, wanted);
}

/** Since when a step that comes after the vergadering is the same however its day is changed. */
const sindsVan = (erna: readonly Stap[], begin: Temporal.Instant) => {
  return ({ soort }: Planned) => (erna.some((stap) => stap === soort) ? begin : undefined);
};

/** What is planned already and still wanted is left as it is. */
async function replace(tx: Tx, vergaderingId: number, planned: Where, wanted: readonly Planned[]) {
  const rows = await tx.herinnering.findMany({ where: { AND: [planned, { soort: { not: 'later' } }] } });
  const keys = new Set(wanted.map((one) => keyOf(one, one.moment.epochMilliseconds)));
  const kept = new Set(rows.map((row) => keyOf(row, row.geplandOp.getTime())));
  const gone = rows.filter((row) => !keys.has(keyOf(row, row.geplandOp.getTime())));
  await tx.herinnering.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  const fresh = apart(wanted).filter((one) => !kept.has(keyOf(one, one.moment.epochMilliseconds)));
  await store(tx, vergaderingId, fresh);
}

/** As one list: Prisma makes a statement of every number of rows, which takes longer than the rows do. */
async function store(tx: Tx, vergaderingId: number, planned: readonly Planned[]): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map(({ moment, ...one }) => ({ ...one, op: moment.toString() }));
  await tx.$executeRaw`
    insert into herinnering (vergadering_id, persoon_id, soort, trede, gepland_op)
    select ${vergaderingId}::integer, "persoonId", soort, trede, op
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as planned("persoonId" integer, soort "HerinneringSoort", trede integer, op timestamptz)`;
}

type Where = NonNullable<NonNullable<Parameters<Tx['herinnering']['findMany']>[0]>['where']>;

const keyOf = ({ persoonId, soort, trede }: Omit<Planned, 'moment'>, at: number): string =>
  `${persoonId} ${soort} ${trede} ${at}`;

/** Who wants messages on one day of the week only gets those of several days at one moment: there one is enough. */
const apart = (planned: readonly Planned[]): Planned[] => [
  ...new Map(planned.map((one) => [keyOf(one, one.moment.epochMilliseconds), one])).values(),
];

const meant = (only: readonly number[] | undefined) => (only ? { persoonId: { in: [...only] } } : {});

/** Whether what was sent says what is planned, in the same round. */
function says(
  row: { persoonId: number; soort: Soort; trede: number; geplandOp: Date },
  { persoonId, soort, trede, moment }: Planned,
  sinds: Temporal.Instant | undefined,
): boolean {
  if (row.persoonId !== persoonId) return false;
  const at = row.geplandOp.toTemporalInstant();
  const day = (one: Temporal.Instant) => toLocal(one).toPlainDate();
  // What asked later, on its day or after it, said all that it would.
  if (vraagt(soort) && vraagt(row.soort) && isLaterStap(row.soort, soort))
    return Temporal.PlainDate.compare(day(moment), day(at)) <= 0;
  if (row.soort !== soort || row.trede !== trede) return false;
  if (sinds) return Temporal.Instant.compare(at, sinds) >= 0;
  if (soort !== 'respons') return !isNewRound(at, moment);
  return day(at).equals(day(moment));
}

/**
 * Waits for its turn to plan in this regio, and keeps it until the transaction ends: two that plan the same vergadering
 * at once would each put their own rows in the place of the old ones.
 */
export async function takePlanning(tx: Tx): Promise<void> {
  await tx.$queryRaw`
    select 1 as taken from pg_advisory_xact_lock(hashtext('herinnering'), current_setting('app.regio')::integer)`;
}

/**
 * Plans every vergadering about which something may still be said again (of one overleg, where that is given), for `only`
 * these persons where they are given, because who carries or holds what has changed.
 */
export async function planComing(
  tx: Tx,
  now: Temporal.Instant,
  only?: readonly number[],
  overlegId?: number,
): Promise<void> {
  await takePlanning(tx);
  const coming = await tx.vergadering.findMany({
    where: { ...isLopend(now), ...(overlegId === undefined ? {} : { overlegId }) },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of coming) await planHerinneringen(tx, id, now, only);
  if (overlegId === undefined) {
    await planVerwacht(tx, { personen: only }, now);
    await planAkkoorden(tx, now);
  }
  await refreshHerinneringen(tx, { personen: only }, now);
}

/** What was handed over and still waits to be delivered is planned again too: it may go to others, or to nobody. */
async function withdrawWaiting(tx: Tx, about: Where): Promise<void> {
  const rows = await tx.bericht.findMany({
    // What may have arrived is looked for when it is tried again: said anew, it could be there twice.
    where: {
      ...{ status: 'wacht', versie: 1, herinneringen: { some: about } },
      bezorgingen: { none: { uitkomst: 'onbekend' } },
    },
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  const { count } = await tx.bericht.updateMany({
    where: { id: { in: ids }, status: 'wacht' },
    data: { status: 'vervallen' },
  });
  if (count === 0) return;
  const withdrawn = { bericht: { id: { in: ids }, status: 'vervallen' as const } };
  await tx.herinnering.updateMany({
    where: { AND: [withdrawn, about, { soort: { not: 'later' } }] },
    data: { status: 'vervallen', reden: OPNIEUW },
  });
  // What was put off is planned by nobody else; and one message can be about several persons, each with their part.
  await putBack(tx, ids);
}
