import { carries } from '../actie/actie.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import {
  type AskedActie,
  asksAbout,
  type StoredVergadering,
  withOverleg,
} from '../overleg/stored-vergadering.ts';
import { decide, type Outcome } from './herinnering.ts';

/**
 * Job: gives the herinneringen of this regio that are due to the outbox, or lets them lapse and says why. One process
 * at a time: what one persoon has due is judged together. Another one leaves it to the first.
 */
export async function handOverHerinneringen(tx: Tx, now: Temporal.Instant): Promise<void> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('herinnering'), current_setting('app.regio')::integer) as mine`;
  if (!lock?.mine) return;
  const rows = await tx.herinnering.findMany({
    where: { status: 'gepland', geplandOp: { lte: new Date(now.epochMilliseconds) } },
    include: { persoon: { include: { aanstellingen: true } }, vergadering: { include: withOverleg } },
    orderBy: [{ geplandOp: 'asc' }, { id: 'asc' }],
  });
  const open = await openPerVergadering(tx, rows, now);
  const asked = await lastAsked(tx, rows);
  const judged = rows.map((row) => {
    const { soort, vergadering, persoon } = row;
    const waiting = open.get(vergadering.id)?.filter(({ trekkers }) => carries(persoon, trekkers)) ?? [];
    const overtaken =
      soort === 'uitvraag' && rows.some((other) => other.soort === 'herhaling' && isSame(row, other));
    const begin = vergadering.begin.toTemporalInstant();
    const before = asked.find((other) => isSame(row, other))?.geplandOp.toTemporalInstant();
    const geannuleerd = vergadering.status === 'geannuleerd';
    const due = { soort, begin, geannuleerd, overtaken, asked: before, open: waiting.length };
    return { ...row, outcome: decide(due, now) };
  });
  await apply(tx, judged, now);
}

type Row = { id: number; vergaderingId: number; persoonId: number };

const isSame = (a: Row, b: Row) => a.persoonId === b.persoonId && a.vergaderingId === b.vergaderingId;

/** What each vergadering still waits for: asked once, however many persons are written to. */
async function openPerVergadering(
  tx: Tx,
  rows: readonly { vergadering: StoredVergadering }[],
  now: Temporal.Instant,
) {
  const vergaderingen = new Map(rows.map(({ vergadering }) => [vergadering.id, vergadering]));
  const open = new Map<number, AskedActie[]>();
  for (const [id, vergadering] of vergaderingen)
    open.set(id, await asksAbout(tx, vergadering, { open: true, now }));
  return open;
}

/** What was asked before about the same vergaderingen, the last first. */
function lastAsked(tx: Tx, rows: readonly Row[]) {
  return tx.herinnering.findMany({
    where: {
      status: 'overgedragen',
      soort: { in: ['uitvraag', 'herhaling'] },
      vergaderingId: { in: [...new Set(rows.map(({ vergaderingId }) => vergaderingId))] },
    },
    orderBy: { geplandOp: 'desc' },
  });
}

/** Applies what was decided, with one statement for all that came out the same. */
async function apply(
  tx: Tx,
  rows: readonly (Row & { outcome: Outcome })[],
  now: Temporal.Instant,
): Promise<void> {
  const sent = rows.filter(({ outcome }) => 'send' in outcome);
  for (const same of Map.groupBy(rows, ({ outcome }) => JSON.stringify(outcome)).values()) {
    const [first] = same;
    const where = { id: { in: same.map(({ id }) => id) } };
    if (first) await tx.herinnering.updateMany({ where, data: changeOf(first.outcome, now) });
  }
  await post(
    tx,
    sent.map(({ id, persoonId }) => {
      return { persoonId, soort: 'herinnering', inhoud: { herinnering: id }, herinneringId: id };
    }),
    now,
  );
}

function changeOf(outcome: Outcome, now: Temporal.Instant) {
  if ('wait' in outcome) return { geplandOp: new Date(outcome.wait.epochMilliseconds) };
  if ('lapse' in outcome) return { status: 'vervallen' as const, reden: outcome.lapse };
  // From now on the moment says when it was handed over: after downtime that is not when it was planned.
  return { status: 'overgedragen' as const, geplandOp: new Date(now.epochMilliseconds) };
}
