import type { Card, Json } from './card.ts';
import { compose } from './compose.ts';
import { lookUp } from './lookup.ts';
import type { Claimed, OutboxParts } from './outbox.ts';
import { DeliveryError, type Letter } from './platform.ts';
import {
  afterFailure,
  isWorn,
  type Poging,
  pauseOf,
  putOff,
  type Settled,
  setOut,
  settleClaim,
  settleGone,
} from './settle.ts';
import { holdTempo, type Turn } from './tempo.ts';
import { awaitTurn, takeTurnOn } from './turn.ts';
import { addressOn, type Route, Unfindable, type Way, type Workspace, waysTo } from './way.ts';

/** One bericht, on its way. `way`: what was tried last; `letter`: what was sent there. */
type Trip = {
  regioId: number;
  claimed: Claimed;
  parts: OutboxParts;
  routes: Route[];
  route?: Route;
  letter?: Letter;
};

/** When it is tried again, if it was put off for that: those after it wait as long. */
type Later = Settled['volgendeOp'];

/** Delivers one bericht, each step in a transaction of its own. Never throws but for the database. */
export async function deliver(
  regioId: number,
  claimed: Claimed,
  on: readonly Workspace[],
  parts: OutboxParts,
): Promise<Later> {
  const trip: Trip = { regioId, claimed, parts, routes: waysTo(claimed, on) };
  if (claimed.persoon?.vertrokkenOp) return settle(trip, pointless(claimed, 'vertrokken'));
  try {
    return await travel(trip);
  } catch (error) {
    parts.log.warn({ err: error, bericht: claimed.id, attempt: claimed.pogingen }, 'delivery failed');
    return fail(trip, error);
  }
}

/** What was sent and has nothing more to say stays sent. */
const pointless = ({ plek }: Claimed, fout?: 'vertrokken'): Settled =>
  plek === null ? { status: 'vervallen', ...(fout && { fout }) } : { status: 'verzonden' };

async function settle({ regioId, claimed, parts }: Trip, change: Settled, poging?: Poging): Promise<Later> {
  await parts.db.inRegio(regioId, (tx) => settleClaim(tx, claimed, change, parts.now(), poging));
  return undefined;
}

async function wait(trip: Trip, until: Temporal.Instant): Promise<Later> {
  const later = new Date(until.epochMilliseconds);
  await settle(trip, putOff(trip.claimed, later));
  return later;
}

async function travel(trip: Trip): Promise<Later> {
  const { claimed, parts, routes } = trip;
  const [first] = routes;
  // The first turn is taken before all else: who has to wait costs little then.
  const early = first && (await takeTurnOn(trip, first));
  if (early && 'later' in early) return wait(trip, early.later);
  const { card, thread } = await parts.db.inRegio(trip.regioId, (tx) => compose(tx, claimed, parts));
  if (!card) return settle(trip, pointless(claimed));
  if ('notBefore' in card) {
    await wait(trip, card.notBefore);
    return undefined;
  }
  const way = await findWay(trip, early);
  if ('later' in way) return wait(trip, way.later);
  // Who had to be looked up has used it for that.
  const later = await awaitTurn(trip, way, first?.address === undefined ? undefined : early);
  if (later) return wait(trip, later);
  // With one way only it is known where it was sent.
  const several = routes.length > 1 && claimed.plek === null;
  if (several && !(await parts.db.inRegio(trip.regioId, (tx) => setOut(tx, claimed, way)))) return undefined;
  return send(trip, way, { card, ...(thread !== undefined && { thread }) });
}

/** The first way on which they are. `later`: when a platform that has had its questions for now can be asked. */
async function findWay(trip: Trip, early: Turn | undefined): Promise<Way | { later: Temporal.Instant }> {
  for (const [index, route] of trip.routes.entries()) {
    trip.route = route;
    const way = await wayOn(trip, route, index === 0 ? early : undefined);
    if (way) return way;
  }
  delete trip.route;
  throw new Unfindable();
}

/** The same on one route; undefined: they are not there. */
async function wayOn(trip: Trip, route: Route, early?: Turn) {
  const { regioId, claimed, parts } = trip;
  const { address, ...on } = route;
  if (address !== undefined) return { ...on, address };
  const later = await awaitTurn(trip, route, early);
  if (later) return { later };
  const asked = await lookUp(regioId, on, parts, () => addressOn(regioId, claimed, route, parts));
  return 'later' in asked ? asked : asked.said;
}

async function send(
  trip: Trip,
  { platform, tenant, address }: Way,
  said: { card: Card; thread?: Json },
): Promise<Later> {
  const { regioId, claimed, parts } = trip;
  const { id, pogingen, versie, plek } = claimed;
  // Stood still for so long that another may have it in hand by now: that one sends it, in the hours that it is then.
  if (parts.now().epochMilliseconds >= claimed.volgendeOp.getTime()) return undefined;
  trip.letter = {
    id: `${regioId}-${id}`,
    // Where an earlier one is in doubt, this is not the first, whatever has been counted since.
    attempt: inDoubt(claimed, { platform, tenant }) ? Math.max(2, pogingen) : pogingen,
    tenant,
    address,
    ...said,
    revised: versie > 1,
    ...(plek !== null && { edits: plek as Json }),
  };
  const place = await platform.send(trip.letter);
  return arrived(trip, { platform, tenant }, place);
}

/** Whether it may have arrived there before; of who stopped before a way was found is not known where that was. */
const inDoubt = ({ bezorgingen }: Claimed, { platform, tenant }: Workspace): boolean =>
  bezorgingen.some(
    (one) => one.platform === null || (one.platform === platform.name && one.tenant === tenant),
  );

function arrived(trip: Trip, on: Workspace, place: Json): Promise<Later> {
  const verzondenOp = new Date(trip.parts.now().epochMilliseconds);
  const change: Settled = { status: 'verzonden', plek: place ?? {}, platform: on.platform.name, verzondenOp };
  return settle(trip, change, { on, uitkomst: 'verzonden' });
}

async function fail(trip: Trip, error: unknown): Promise<Later> {
  const { regioId, claimed, parts, route, letter } = trip;
  const now = parts.now();
  const unknown = letter !== undefined && (error instanceof DeliveryError ? error.doubt : true);
  const fout = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  const poging: Poging = { on: route, uitkomst: unknown ? 'onbekend' : 'mislukt', fout };
  if (error instanceof DeliveryError && error.gone === 'message') {
    await parts.db.inRegio(regioId, (tx) => settleGone(tx, claimed, now, poging));
    return undefined;
  }
  const pause = pauseOf(error);
  if (route?.platform.tempo && pause !== undefined) {
    const place = { platform: route.platform.name, tenant: route.tenant };
    await parts.db.inRegio(regioId, (tx) => holdTempo(tx, place, now.add({ milliseconds: pause * 1_000 })));
  }
  const elsewhere = route && isWorn(error, claimed) ? await isElsewhere(trip, route) : false;
  const change = afterFailure({ error, on: route, elsewhere }, claimed, now);
  const leaves = change.status === 'mislukt' || change.gehad !== undefined;
  const found = leaves && (unknown || (route && inDoubt(claimed, route))) ? await lookOnce(trip) : undefined;
  if (found !== undefined && route) return foundThere(trip, route, found);
  await settle(trip, change, poging);
  return change.volgendeOp;
}

/** Whether they are reached on another way too. What cannot be asked now may be so: it is tried then. */
async function isElsewhere(trip: Trip, route: Route): Promise<boolean> {
  const { claimed, routes } = trip;
  if (claimed.kanaalId !== null || claimed.plek !== null) return false;
  for (const other of routes.filter((one) => one !== route)) {
    const way = await wayOn(trip, other).catch(() => other);
    if (way) return true;
  }
  return false;
}

/** Before a way is left on which an attempt is in doubt; where that cannot be seen, it is left all the same. */
async function lookOnce({ route, letter, parts, claimed }: Trip): Promise<Json | undefined> {
  if (!route?.platform.look || !letter || letter.edits !== undefined) return undefined;
  try {
    return await route.platform.look(letter);
  } catch (error) {
    parts.log.warn({ err: error, bericht: claimed.id }, 'could not look whether it arrived');
    return undefined;
  }
}

/** It had arrived. If that one said something else, it is edited next. */
async function foundThere(trip: Trip, on: Workspace, place: Json): Promise<Later> {
  if (!trip.letter?.revised) return arrived(trip, on, place);
  const now = new Date(trip.parts.now().epochMilliseconds);
  const change: Settled = { status: 'wacht', plek: place ?? {}, platform: on.platform.name, pogingen: 0 };
  return settle(trip, { ...change, volgendeOp: now }, { on, uitkomst: 'verzonden' });
}
