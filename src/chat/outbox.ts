import type { Logger } from 'pino';
import type { Tx } from '../db/database.ts';
import type { Card, Input, Json } from './card.ts';
import { DeliveryError } from './platform.ts';
import { Unfindable, type WayParts, wayTo, workspacesOf } from './way.ts';

type Recipient = { id: number; naam: string; email: string; organisatieId: number };

/** What is composed. `said`: it was sent before, and is edited. */
type Said = { tx: Tx; id: number; inhoud: Input; now: Temporal.Instant; said: boolean };

/** Undefined: it has become pointless, and is not sent. `notBefore`: it is to be sent later. */
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
};

/** How long a claimed bericht is left to who claimed it: longer than a platform may take to send a batch one by one. */
const LEASE = { minutes: 3 };
const BATCH = 10;
/** With the doubling waits below: about four hours and a quarter after the first. */
const ATTEMPTS = 9;
/** How often, an hour apart, is looked for somebody who is on no platform. */
const LOOKS = 3;

/** Job: delivers what is due in this regio, in batches. Replicas that do so at the same time each take other rows. */
export async function deliverDue(regioId: number, parts: OutboxParts): Promise<void> {
  for (;;) {
    const claimed = await parts.db.inRegio(regioId, (tx) => claim(tx, parts));
    // Kanalen take one message a second and show them in the order they came; persons do not wait for each other.
    const rows = Map.groupBy(claimed, ({ kanaalId, id }) => (kanaalId === null ? -id : kanaalId));
    await Promise.all([...rows.values()].map((row) => deliverInOrder(regioId, row, parts)));
    if (claimed.length < BATCH || parts.stopped?.aborted) return;
  }
}

async function deliverInOrder(regioId: number, row: readonly Claimed[], parts: OutboxParts): Promise<void> {
  for (const claimed of row) await deliver(regioId, claimed, parts);
}

type Claimed = Awaited<ReturnType<typeof claim>>[number];

async function claim(tx: Tx, { now }: OutboxParts) {
  const at = new Date(now().epochMilliseconds);
  const until = new Date(now().add(LEASE).epochMilliseconds);
  const rows = await tx.$queryRaw<{ id: number }[]>`
    update bericht set status = 'bezig', pogingen = pogingen + 1, volgende_op = ${until}
    where id in (
      select id from bericht where status in ('wacht', 'bezig') and volgende_op <= ${at}
      order by volgende_op, id limit ${BATCH} for update skip locked)
    returning id`;
  return tx.bericht.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    include: { persoon: { include: { accounts: { orderBy: { seenAt: 'desc' } } } }, kanaal: true },
    orderBy: { id: 'asc' },
  });
}

async function deliver(regioId: number, claimed: Claimed, parts: OutboxParts): Promise<void> {
  const { id, pogingen, versie, plek } = claimed;
  const settle = (change: Settled) =>
    parts.db.inRegio(regioId, (tx) => settleClaim(tx, claimed, change, parts.now()));
  try {
    const { card, on, thread } = await parts.db.inRegio(regioId, async (tx) => {
      const draad = await draadOf(tx, claimed, parts.now());
      const card = 'instead' in draad ? draad.instead : await compose(tx, claimed, parts);
      return { card, thread: draad.thread, on: await workspacesOf(tx, parts.platforms) };
    });
    if (!card) return await settle({ status: 'vervallen' });
    if ('notBefore' in card) {
      const volgendeOp = new Date(card.notBefore.epochMilliseconds);
      return await settle({ status: 'wacht', pogingen: pogingen - 1, volgendeOp });
    }
    const way = await wayTo(regioId, claimed, on, parts);
    const place = await way.platform.send({
      id: `${regioId}-${id}`,
      attempt: pogingen,
      tenant: way.tenant,
      address: way.address,
      card,
      revised: versie > 1,
      ...(thread !== undefined && { thread }),
      ...(plek !== null && { edits: plek as Json }),
    });
    const verzondenOp = new Date(parts.now().epochMilliseconds);
    await settle({ status: 'verzonden', plek: place ?? {}, platform: way.platform.name, verzondenOp });
  } catch (error) {
    parts.log.warn({ err: error, bericht: id, attempt: pogingen }, 'delivery failed');
    const gone = error instanceof DeliveryError && error.gone === 'message';
    if (gone) await parts.db.inRegio(regioId, (tx) => settleGone(tx, claimed, parts.now()));
    else await settle(afterFailure(error, claimed, parts.now()));
  }
}

type Settled = Parameters<Tx['bericht']['updateMany']>[0]['data'];

/**
 * Conditional on the claim: who took so long that another took over, no longer has a say. When what it says changed
 * while it was on its way, it goes again.
 */
async function settleClaim(
  tx: Tx,
  { id, pogingen, versie }: Claimed,
  change: Settled,
  now: Temporal.Instant,
): Promise<void> {
  const claim = { id, status: 'bezig' as const, pogingen };
  const done = change.status === 'verzonden' || change.status === 'vervallen';
  const same = done ? { versie } : {};
  const { count } = await tx.bericht.updateMany({ where: { ...claim, ...same }, data: change });
  if (count > 0) return;
  const again = { status: 'wacht' as const, pogingen: 0, volgendeOp: new Date(now.epochMilliseconds) };
  await tx.bericht.updateMany({ where: claim, data: { ...change, ...again } });
}

/** Somebody took away the message that was to be edited. What begins a thread is said anew; all else stays away. */
async function settleGone(tx: Tx, { id, pogingen, kanaalId, draadId }: Claimed, now: Temporal.Instant) {
  const claim = { id, status: 'bezig' as const, pogingen };
  if (kanaalId === null || draadId !== null) {
    await tx.bericht.updateMany({ where: claim, data: { status: 'vervallen' } });
    return;
  }
  await tx.$executeRaw`
    update bericht set plek = null, status = 'wacht', pogingen = 0, volgende_op = ${new Date(now.epochMilliseconds)}
    where id = ${id} and status = 'bezig' and pogingen = ${pogingen}`;
}

async function compose(tx: Tx, claimed: Claimed, { composers, kanaalComposers = {}, now }: OutboxParts) {
  const { id, persoon, kanaal, soort, plek } = claimed;
  const said = { tx, id, inhoud: claimed.inhoud as Input, now: now(), said: plek !== null };
  const [toPersoon, toKanaal] = [composers[soort], kanaalComposers[soort]];
  if (persoon && toPersoon) return toPersoon({ ...said, persoon });
  if (kanaal && toKanaal) return toKanaal({ ...said, kanaal });
  throw new DeliveryError(`no composer for ${soort}`, { final: true });
}

type Draad = { thread?: Json } | { thread?: never; instead: { notBefore: Temporal.Instant } | undefined };

/** Where the thread stands that it goes in; or what happens instead, when the thread is not there. */
async function draadOf(tx: Tx, { draadId }: Claimed, now: Temporal.Instant): Promise<Draad> {
  if (draadId === null) return {};
  const draad = await tx.bericht.findFirstOrThrow({ where: { id: draadId } });
  if (draad.plek !== null) return { thread: draad.plek as Json };
  const comes = draad.status === 'wacht' || draad.status === 'bezig';
  if (!comes) return { instead: undefined };
  const due = draad.volgendeOp.toTemporalInstant();
  const soonest = now.add({ seconds: 1 });
  return { instead: { notBefore: Temporal.Instant.compare(due, soonest) > 0 ? due : soonest } };
}

/** Why a bericht did not arrive, as far as a person is helped by it; the log has the rest. */
export type Fout = 'niet_gevonden' | 'geweigerd' | 'geen_antwoord' | 'kanaal_weg';

/** Tries again after 1, 2, 4, … minutes, or when the platform said; gives up after `ATTEMPTS`. */
function afterFailure(error: unknown, { id, pogingen }: Claimed, now: Temporal.Instant): Settled {
  const final = error instanceof DeliveryError && error.final;
  const attempts = error instanceof Unfindable ? LOOKS : ATTEMPTS;
  const fout = foutOf(error);
  if (final || pogingen >= attempts) return { status: 'mislukt', fout };
  const asked = error instanceof DeliveryError ? (error.retryAfter ?? 0) : 0;
  // Spread by id, so that what failed together does not come back together.
  const seconds = Math.max(60 * 2 ** (pogingen - 1), asked) + (id % 20);
  return {
    status: 'wacht',
    fout,
    volgendeOp: new Date(now.add({ seconds: Math.ceil(seconds) }).epochMilliseconds),
  };
}

function foutOf(error: unknown): Fout {
  if (error instanceof Unfindable) return 'niet_gevonden';
  if (!(error instanceof DeliveryError) || !error.final) return 'geen_antwoord';
  return error.gone === 'channel' ? 'kanaal_weg' : 'geweigerd';
}
