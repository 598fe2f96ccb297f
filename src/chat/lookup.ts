import type { Logger } from 'pino';
import { pauseOf } from './settle.ts';
import { holdTempo, type Turn, takeTurn } from './tempo.ts';
import type { Route, WayParts, Workspace } from './way.ts';

type Parts = Pick<WayParts, 'db' | 'now'>;

/**
 * From one question about a user to the next, in milliseconds: Slack's strictest of these takes fifty a minute. Apart
 * from the rate of messages.
 */
export const LOOKUP_TEMPO = { workspace: 1_300, gesprek: 0 };

/** Of the tempo of questions: no workspace is called so. */
const placeOf = ({ platform, tenant }: Workspace) => {
  return { platform: platform.name, tenant: `${tenant} opzoeken` };
};

/** The next turn to ask about a user there; at once where there is nothing to ask, or a platform sets no pace. */
export async function takeLookup(
  regioId: number,
  { address, ...on }: Route,
  { db, now }: Parts,
  { ahead, yields = false }: { ahead: Temporal.Duration; yields?: boolean },
): Promise<Turn> {
  const { tempo, find, check } = on.platform;
  if (!tempo || !(address === undefined ? find : check)) return { at: now() };
  const wanted = { tempo: LOOKUP_TEMPO, calls: 1, gesprek: '' };
  return db.inRegio(regioId, (tx) => takeTurn(tx, placeOf(on), wanted, { now: now(), ahead, yields }));
}

/** Asks what there is a turn for. `later`: the platform asks to wait, and nobody asks it anything before then. */
export async function lookUp<T>(
  regioId: number,
  on: Workspace,
  { db, now, log }: Parts & { log: Logger },
  ask: () => Promise<T>,
): Promise<{ said: T } | { later: Temporal.Instant }> {
  try {
    return { said: await ask() };
  } catch (error) {
    const pause = pauseOf(error);
    if (pause === undefined) throw error;
    const place = placeOf(on);
    log.warn({ err: error, regio: regioId, ...place }, 'asked to wait before looking somebody up');
    const later = now().add({ milliseconds: Math.ceil(pause * 1_000) });
    await db.inRegio(regioId, (tx) => holdTempo(tx, place, later));
    return { later };
  }
}
