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
    include: { persoon: true, vergadering: { include: withOverleg } },
    orderBy: [{ geplandOp: 'asc' }, { id: 'asc' }],
  });
  const open = await openPerVergadering(tx, rows);
  const judged = rows.map((row) => {
    const { soort, vergadering, persoon } = row;
    const waiting = open.get(vergadering.id)?.filter(({ trekkers }) => carries(persoon, trekkers)) ?? [];
    const overtaken =
      soort === 'uitvraag' && rows.some((other) => other.soort === 'herhaling' && isSame(row, other));
    const begin = vergadering.begin.toTemporalInstant();
    const geannuleerd = vergadering.status === 'geannuleerd';
    return { ...row, outcome: decide({ soort, begin, geannuleerd, overtaken, open: waiting.length }, now) };
  });
  await apply(tx, judged, now);
}

type Row = { id: number; vergaderingId: number; persoonId: number };

const isSame = (a: Row, b: Row) => a.persoonId === b.persoonId && a.vergaderingId === b.vergaderingId;

/** What each vergadering still waits for: asked once, however many persons are written to. */
async function openPerVergadering(tx: Tx, rows: readonly { vergadering: StoredVergadering }[]) {
  const vergaderingen = new Map(rows.map(({ vergadering }) => [vergadering.id, vergadering]));
  const open = new Map<number, AskedActie[]>();
  for (const [id, vergadering] of vergaderingen)
    open.set(id, await asksAbout(tx, vergadering, { open: true }));
  return open;
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
    if (first) await tx.herinnering.updateMany({ where, data: changeOf(first.outcome) });
  }
  await post(
    tx,
    sent.map(({ id, persoonId }) => {
      return { persoonId, soort: 'herinnering', inhoud: { herinnering: id }, herinneringId: id };
    }),
    now,
  );
}

function changeOf(outcome: Outcome) {
  if ('wait' in outcome) return { geplandOp: new Date(outcome.wait.epochMilliseconds) };
  if ('lapse' in outcome) return { status: 'vervallen' as const, reden: outcome.lapse };
  return { status: 'overgedragen' as const };
}
