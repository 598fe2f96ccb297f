import type { Tx } from '../db/database.ts';
import type { Input, Json } from './card.ts';
import type { Claimed, OutboxParts } from './outbox.ts';
import { DeliveryError } from './platform.ts';

/** The card of a bericht, and the thread it goes in. */
export async function compose(tx: Tx, claimed: Claimed, parts: OutboxParts) {
  const draad = await draadOf(tx, claimed, parts.now());
  const card = 'instead' in draad ? draad.instead : await cardOf(tx, claimed, parts);
  return { card, thread: draad.thread };
}

async function cardOf(tx: Tx, claimed: Claimed, { composers, kanaalComposers = {}, now }: OutboxParts) {
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
