import { LOOKUP_TEMPO, takeLookup } from './lookup.ts';
import type { Claimed, OutboxParts } from './outbox.ts';
import { type Turn, takeTurn } from './tempo.ts';
import type { Route } from './way.ts';

type Trip = { regioId: number; claimed: Claimed; parts: OutboxParts };

/** How far ahead a turn is taken: as long as may be waited for it. */
const AHEAD = Temporal.Duration.from({ milliseconds: 1_500 });
const NOT_AHEAD = Temporal.Duration.from({ milliseconds: 0 });

/**
 * The next turn for this bericht on that way: to be sent, or where there is no address yet to be asked for that. At once
 * where a platform sets no pace.
 */
export async function takeTurnOn({ regioId, claimed, parts }: Trip, to: Route): Promise<Turn> {
  const { platform, tenant, address } = to;
  const { tempo } = platform;
  const now = parts.now();
  const ahead = parts.pause ? AHEAD : NOT_AHEAD;
  if (address === undefined) return takeLookup(regioId, to, parts, { ahead });
  if (!tempo) return { at: now };
  const { persoonId, kanaalId } = claimed;
  const gesprek = kanaalId === null ? `persoon ${persoonId}` : `kanaal ${kanaalId}`;
  const wanted = { tempo, calls: tempo.calls?.(address) ?? 1, gesprek };
  const place = { platform: platform.name, tenant };
  return parts.db.inRegio(regioId, (tx) => takeTurn(tx, place, wanted, { now, ahead }));
}

/** How often a busy process takes another turn for one that passed. */
const TURNS = 4;

/** Waits for its turn; gives when it is tried again, if that has to be later. */
export async function awaitTurn(
  trip: Trip,
  way: Route,
  early: Turn | undefined,
): Promise<Temporal.Instant | undefined> {
  const { parts } = trip;
  const { tempo } = way.platform;
  const lasts = tempo && (way.address === undefined ? LOOKUP_TEMPO : tempo).workspace;
  let turn = early;
  for (let count = 0; count < TURNS; count += 1) {
    turn ??= await takeTurnOn(trip, way);
    if ('later' in turn) return turn.later;
    const ahead = parts.now().until(turn.at).total('milliseconds');
    if (ahead > 0) await parts.pause?.(ahead);
    if (parts.stopped?.aborted) return parts.now();
    // One that passed longer ago than a turn lasts is somebody else's by now.
    const late = turn.at.until(parts.now()).total('milliseconds');
    if (late <= (lasts ?? late)) return undefined;
    turn = undefined;
  }
  return parts.now().add({ seconds: 1 });
}
