import type { Logger } from 'pino';
import type { Tx } from '../db/database.ts';
import type { Werkend } from '../persoon/persoon.ts';
import type { Card, Input, Json } from './card.ts';
import { DeliveryError } from './platform.ts';
import { afterFailure, putOff, type Settled, settleClaim, settleGone } from './settle.ts';
import { type WayParts, wayTo, workspacesOf } from './way.ts';

type Recipient = Werkend & { naam: string; email: string };

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

/** Where one has to wait, those after it wait as long: they would only be refused too, and come in another order. */
async function deliverInOrder(regioId: number, row: readonly Claimed[], parts: OutboxParts): Promise<void> {
  let later: Settled['volgendeOp'];
  for (const claimed of row) {
    if (later === undefined) later = await deliver(regioId, claimed, parts);
    else
      await parts.db.inRegio(regioId, (tx) => settleClaim(tx, claimed, putOff(claimed, later), parts.now()));
  }
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
    include: {
      persoon: { include: { aanstellingen: true, accounts: { orderBy: { seenAt: 'desc' } } } },
      kanaal: true,
    },
    orderBy: { id: 'asc' },
  });
}

/** Gives when it is tried again, if that may be of use. */
async function deliver(
  regioId: number,
  claimed: Claimed,
  parts: OutboxParts,
): Promise<Settled['volgendeOp']> {
  const { id, pogingen, versie, plek } = claimed;
  const settle = (change: Settled) =>
    parts.db.inRegio(regioId, (tx) => settleClaim(tx, claimed, change, parts.now()));
  try {
    if (claimed.persoon?.vertrokkenOp) {
      await settle({ status: 'vervallen', fout: 'vertrokken' });
      return undefined;
    }
    const { card, on, thread } = await parts.db.inRegio(regioId, async (tx) => {
      const draad = await draadOf(tx, claimed, parts.now());
      const card = 'instead' in draad ? draad.instead : await compose(tx, claimed, parts);
      return { card, thread: draad.thread, on: await workspacesOf(tx, parts.platforms) };
    });
    if (!card) {
      await settle({ status: 'vervallen' });
      return undefined;
    }
    if ('notBefore' in card) {
      await settle(putOff(claimed, new Date(card.notBefore.epochMilliseconds)));
      return undefined;
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
    return undefined;
  } catch (error) {
    parts.log.warn({ err: error, bericht: id, attempt: pogingen }, 'delivery failed');
    if (error instanceof DeliveryError && error.gone === 'message') {
      await parts.db.inRegio(regioId, (tx) => settleGone(tx, claimed, parts.now()));
      return undefined;
    }
    const change = afterFailure(error, claimed, parts.now());
    await settle(change);
    return change.volgendeOp;
  }
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
