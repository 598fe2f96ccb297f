import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import type { StoredVergadering } from '../overleg/stored-vergadering.ts';
import { type Outcome, VRAGEND } from './herinnering.ts';
import { contextOf, findPlanned, type Judged, judge, type Row } from './stored-oordeel.ts';

/**
 * Job: gives the herinneringen of this regio that are due to the outbox, or lets them lapse and says why. One process
 * at a time: what one persoon has due is judged together. Another one leaves it to the first.
 */
export async function handOverHerinneringen(tx: Tx, now: Temporal.Instant): Promise<void> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('herinnering'), current_setting('app.regio')::integer) as mine`;
  if (!lock?.mine) return;
  const rows = await findDue(tx, now);
  for (const due of Map.groupBy(rows, ({ vergaderingId }) => vergaderingId).values()) {
    const [first] = due;
    if (first) await handOver(tx, first.vergadering, due, now);
  }
}

/** What is due, with whose it is. */
const findDue = (tx: Tx, now: Temporal.Instant) =>
  findPlanned(tx, { geplandOp: { lte: new Date(now.epochMilliseconds) } });

async function handOver(
  tx: Tx,
  vergadering: StoredVergadering,
  rows: readonly Row[],
  now: Temporal.Instant,
): Promise<void> {
  const context = await contextOf(tx, vergadering, rows, now);
  await apply(
    tx,
    rows.map((row) => judge(row, rows, context)),
    now,
  );
}

/** Applies what was decided: one message for all that one receiver gets of the same step. */
async function apply(tx: Tx, rows: readonly Judged[], now: Temporal.Instant): Promise<void> {
  for (const same of Map.groupBy(rows, ({ outcome }) => JSON.stringify(outcome)).values()) {
    const [first] = same;
    const where = { id: { in: same.map(({ id }) => id) } };
    if (first) await tx.herinnering.updateMany({ where, data: changeOf(first.outcome, now) });
  }
  const sent = rows.filter(({ outcome }) => 'send' in outcome);
  const letters = [
    ...Map.groupBy(sent, ({ naar, soort, trede }) => `${naar?.id} ${soort} ${trede}`).values(),
  ];
  const berichten = letters.flatMap(([first]) =>
    first?.naar ? [{ persoonId: first.naar.id, soort: 'herinnering', inhoud: {} }] : [],
  );
  const ids = await post(tx, berichten, now);
  const parts = letters.flatMap((letter, index) =>
    letter.map(({ id, naar, soort, open }) => {
      // What it says at first, by which is seen later whether it has changed.
      const stand = VRAGEND.includes(soort) ? { stand: { open, klaar: [] } } : {};
      return { id, bericht: ids[index] ?? 0, inhoud: { als: naar?.als ?? 'zelf', ...stand } };
    }),
  );
  if (parts.length === 0) return;
  await tx.$executeRaw`
    update herinnering set bericht_id = part.bericht,
      inhoud = herinnering.inhoud || part.inhoud
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part(id integer, bericht integer, inhoud jsonb)
    where herinnering.id = part.id`;
}

function changeOf(outcome: Outcome, now: Temporal.Instant) {
  if ('wait' in outcome) return { geplandOp: new Date(outcome.wait.epochMilliseconds) };
  if ('lapse' in outcome) return { status: 'vervallen' as const, reden: outcome.lapse };
  // From now on the moment says when it was handed over: after downtime that is not when it was planned.
  const { inhoud } = outcome;
  const geplandOp = new Date(now.epochMilliseconds);
  return { status: 'overgedragen' as const, geplandOp, ...(inhoud && { inhoud }) };
}
