import type { Logger } from 'pino';
import type { Tx } from '../db/database.ts';
import type { Werkend } from '../persoon/persoon.ts';
import type { Card, Input } from './card.ts';
import { deliver } from './deliver.ts';
import { putOff, type Settled, settleClaim } from './settle.ts';
import { type WayParts, type Workspace, wayNamed, workspacesOf } from './way.ts';

type Recipient = Werkend & { naam: string; email: string };

/** What is composed. `said`: it was sent before, and is edited. */
type Said = { tx: Tx; id: number; inhoud: Input; now: Temporal.Instant; said: boolean };

/**
 * Undefined: it has become pointless, and is not sent; what was sent stays as it is. `notBefore`: it is to be sent later.
 */
type Composed = Promise<Card | { notBefore: Temporal.Instant } | undefined>;

/** Makes the card of a bericht of one soort, at the moment of sending, so that it says what is true then. */
export type Composer = (of: Said & { persoon: Recipient }) => Composed;

/** The same, for what is said in a kanaal. */
export type KanaalComposer = (of: Said & { kanaal: { id: number } }) => Composed;

export type OutboxParts = WayParts & {
  composers: Record<string, Composer>;
  kanaalComposers?: Record<string, KanaalComposer>;
  log: Logger;
  /** The process is ending: what is in hand is finished, nothing new is taken. */
  stopped?: AbortSignal;
  /** Waits, in milliseconds, or until stopped; absent where time is set, not passed: what has to wait is put off then. */
  pause?: (milliseconds: number) => Promise<void>;
};

/** How long a claimed bericht is left to who claimed it: longer than a platform may take to send a batch one by one. */
const LEASE = { minutes: 3 };
const BATCH = 10;
/** How many are on their way at once: what the fastest platform takes in a second, if each takes more than one. */
const WIDTH = 40;
/** After that others have a turn, though more is due. */
const ROUND = 30_000;
/** What falls due within this is waited for, in milliseconds; and how long at least, so that some come together. */
const NEAR = { most: 2_000, least: 50 };

/**
 * Job: delivers what is due in this regio, many at a time. Replicas that do so at the same time each take other rows.
 * Gives whether more was due when it stopped.
 */
export async function deliverDue(regioId: number, parts: OutboxParts): Promise<boolean> {
  if (parts.stopped?.aborted) return false;
  const begun = parts.now();
  const inHand = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let { claimed, on } = await parts.db.inRegio(regioId, async (tx) => {
    return { claimed: await claim(tx, parts), on: await workspacesOf(tx, parts.platforms) };
  });
  const start = (row: readonly Claimed[]) => {
    const work: Promise<void> = deliverInOrder(regioId, row, on, parts)
      .catch((error) => void failures.push(error))
      .finally(() => inHand.delete(work));
    inHand.add(work);
  };
  let more = false;
  while (failures.length === 0) {
    for (const row of inRows(claimed)) start(row);
    const full = claimed.length === BATCH && inHand.size < WIDTH;
    if (!full && !(await goesOn(regioId, inHand, parts))) break;
    more = begun.until(parts.now()).total('milliseconds') > ROUND;
    if (more || parts.stopped?.aborted) break;
    claimed = inHand.size < WIDTH ? await parts.db.inRegio(regioId, (tx) => claim(tx, parts)) : [];
  }
  await Promise.all(inHand);
  if (failures.length > 0) throw failures[0];
  return more;
}

/** Waits for something in hand to end, or for what is due soon; false: there is neither. */
async function goesOn(regioId: number, inHand: ReadonlySet<Promise<void>>, parts: OutboxParts) {
  const { pause, now, db } = parts;
  const next = pause && (await db.inRegio(regioId, nextOf));
  const wait = next ? now().until(next).total('milliseconds') : Number.POSITIVE_INFINITY;
  const soon = pause && wait <= NEAR.most ? [pause(Math.max(wait, NEAR.least))] : [];
  if (soon.length === 0 && inHand.size === 0) return false;
  // With room left all that was due has been taken: looking again for each that ends would find nothing.
  const ended = inHand.size < WIDTH ? [Promise.all(inHand)] : [...inHand];
  const look = pause && inHand.size > 0 ? [pause(NEAR.most)] : [];
  await Promise.race([...ended, ...soon, ...look]);
  return true;
}

async function nextOf(tx: Tx): Promise<Temporal.Instant | undefined> {
  const first = await tx.bericht.findFirst({
    where: { status: 'wacht' },
    orderBy: { volgendeOp: 'asc' },
    select: { volgendeOp: true },
  });
  return first?.volgendeOp.toTemporalInstant();
}

/** Kanalen take one message a second and show them in the order they came; persons do not wait for each other. */
const inRows = (claimed: readonly Claimed[]): Claimed[][] => [
  ...Map.groupBy(claimed, ({ kanaalId, id }) => (kanaalId === null ? -id : kanaalId)).values(),
];

/** Where one has to wait, those after it wait as long: they would only be refused too, and come in another order. */
async function deliverInOrder(
  regioId: number,
  row: readonly Claimed[],
  on: readonly Workspace[],
  parts: OutboxParts,
): Promise<void> {
  let later: Settled['volgendeOp'];
  for (const claimed of row) {
    if (later === undefined) later = await deliver(regioId, claimed, on, parts);
    else
      await parts.db.inRegio(regioId, (tx) => settleClaim(tx, claimed, putOff(claimed, later), parts.now()));
  }
}

export type Claimed = Awaited<ReturnType<typeof claim>>[number];

/**
 * Takes the next ones; none of a kanaal in which one is on its way. What somebody had taken who never settled it may
 * have been sent, by the way it was on: that leaves a row too.
 */
async function claim(tx: Tx, { now }: OutboxParts) {
  const at = new Date(now().epochMilliseconds);
  const until = new Date(now().add(LEASE).epochMilliseconds);
  const rows = await tx.$queryRaw<{ id: number; lost: boolean; onderweg: string | null }[]>`
    update bericht set status = 'bezig', pogingen = pogingen + 1, volgende_op = ${until}, onderweg = null
    from (
      select id, status = 'bezig' as lost, onderweg from bericht where status in ('wacht', 'bezig') and volgende_op <= ${at}
        and not exists (select 1 from bericht as ander where ander.kanaal_id = bericht.kanaal_id
          and ander.status = 'bezig' and ander.volgende_op > ${at})
      order by volgende_op, id limit ${BATCH} for update skip locked) as due
    where bericht.id = due.id
    returning bericht.id, due.lost, due.onderweg`;
  if (rows.length === 0) return [];
  const lost = rows.filter((row) => row.lost);
  if (lost.length > 0)
    await tx.bezorging.createMany({
      data: lost.map(({ id, onderweg }) => {
        const on = onderweg === null ? {} : wayNamed(onderweg);
        return { ...on, berichtId: id, op: at, uitkomst: 'onbekend' as const, fout: 'stopped on the way' };
      }),
    });
  return tx.bericht.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    include: {
      persoon: {
        include: { aanstellingen: true, voorkeur: true, accounts: { orderBy: { seenAt: 'desc' } } },
      },
      kanaal: true,
      bezorgingen: { where: { uitkomst: 'onbekend' }, orderBy: { id: 'desc' } },
    },
    orderBy: { id: 'asc' },
  });
}
