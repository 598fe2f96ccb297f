import type { Tx } from '../db/database.ts';
import type { PlatformName, Tempo } from './platform.ts';

type Place = { platform: PlatformName; tenant: string };

/** `at`: when it may be sent, now or a moment from now; `later`: there is no room before then. */
export type Turn = { at: Temporal.Instant } | { later: Temporal.Instant };

/** What is asked for: that many calls to a workspace, for one message in one conversation; empty: in none. */
type Wanted = { tempo: Tempo; calls: number; gesprek: string };

/**
 * From now on, and no further ahead than this. `yields`: not while somebody was put off who has yet to come back, and
 * without being put behind them.
 */
type When = { now: Temporal.Instant; ahead: Temporal.Duration; yields?: boolean };

const instant = (at: Date): Temporal.Instant => at.toTemporalInstant();

/**
 * Takes the next free turn of this workspace and this conversation, if it is near: one conditional statement, so that
 * all processes together never go faster. They wait for each other until the transaction ends: keep it short. Without room the one who asks is put behind those who were put off before, so
 * that they come back one by one, at the rate itself.
 */
export async function takeTurn(tx: Tx, place: Place, wanted: Wanted, when: When): Promise<Turn> {
  const { platform, tenant } = place;
  const { tempo, calls, gesprek } = wanted;
  const { now, ahead, yields = false } = when;
  const [at, until] = [new Date(now.epochMilliseconds), new Date(now.add(ahead).epochMilliseconds)];
  const keys = [...new Set(['', gesprek])].map((key) => ({ platform, tenant, gesprek: key, tot: at }));
  await tx.tempo.createMany({ data: keys, skipDuplicates: true });
  const taken = await tx.$queryRaw<{ op: Date }[]>`
    with bezet as materialized (
      select tot, rij from tempo where platform = ${platform}::"Platform" and tenant = ${tenant}
        and gesprek in ('', ${gesprek}) order by gesprek for update),
    beurt as (
      select greatest(${at}::timestamptz, max(tot)) as op, coalesce(max(rij) > ${at}::timestamptz, false) as wacht from bezet)
    update tempo set tot = op + case gesprek when '' then ${tempo.workspace * calls}::integer
      else ${tempo.gesprek}::integer end * interval '1 millisecond'
    from beurt where platform = ${platform}::"Platform" and tenant = ${tenant} and gesprek in ('', ${gesprek})
      and op <= ${until} and not (wacht and ${yields}::boolean)
    returning op`;
  const [turn] = taken;
  if (turn) return { at: instant(turn.op) };
  return { later: yields ? now.add(ahead) : await queue(tx, place, wanted, { at, until }) };
}

/** When who finds no room comes back: after those who wait already; or when the conversation has room, if that is full. */
async function queue(
  tx: Tx,
  { platform, tenant }: Place,
  { tempo, gesprek }: Wanted,
  { at, until }: { at: Date; until: Date },
): Promise<Temporal.Instant> {
  const full = { platform, tenant, gesprek, tot: { gt: until } };
  const busy = gesprek === '' ? null : await tx.tempo.findFirst({ where: full });
  if (busy) return instant(busy.tot);
  const [row] = await tx.$queryRaw<{ rij: Date }[]>`
    update tempo set rij = greatest(rij + ${tempo.workspace}::integer * interval '1 millisecond', tot, ${at}::timestamptz)
    where platform = ${platform}::"Platform" and tenant = ${tenant} and gesprek = '' returning rij`;
  return instant(row?.rij ?? at);
}

/** The platform asks to wait: nobody writes there before then. */
export async function holdTempo(tx: Tx, { platform, tenant }: Place, until: Temporal.Instant): Promise<void> {
  await tx.$executeRaw`
    insert into tempo (platform, tenant, tot)
    values (${platform}::"Platform", ${tenant}, ${new Date(until.epochMilliseconds)})
    on conflict (regio_id, platform, tenant, gesprek) do update set tot = greatest(tempo.tot, excluded.tot)`;
}

/** Forgets conversations in which nothing was said for a day. */
export async function forgetOldTempo(tx: Tx, now: Temporal.Instant): Promise<void> {
  const before = new Date(now.subtract({ hours: 24 }).epochMilliseconds);
  await tx.tempo.deleteMany({ where: { tot: { lt: before }, gesprek: { not: '' } } });
}
