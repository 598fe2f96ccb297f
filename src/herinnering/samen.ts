import { isLaterStap, nextDay, vraagt } from './herinnering.ts';
import type { Geoordeeld, Gepland } from './stored-zaak.ts';

export const isSent = ({ outcome }: Pick<Geoordeeld, 'outcome'>): boolean => 'send' in outcome;

/** One message: all that one receiver gets of the same step. */
export const letterVan = ({ naar, soort, trede }: Pick<Geoordeeld, 'naar' | 'soort' | 'trede'>): string =>
  `${naar?.id} ${soort} ${trede}`;

type Wachtend = Pick<Gepland, 'persoonId' | 'soort' | 'trede' | 'geplandOp'>;

const stapVan = ({ soort, trede }: Wachtend): string => `${soort} ${trede}`;

/** From after `now` until the end of that day. */
export const laterVandaag = (now: Temporal.Instant) => {
  return { gt: new Date(now.epochMilliseconds), lt: new Date(nextDay(now).epochMilliseconds) };
};

/** Due together the other one is sent instead of this one, or of two reminders to agree the last. */
const isRival = (row: Wachtend, other: Wachtend): boolean =>
  row.soort === other.soort
    ? row.trede !== other.trede
    : vraagt(row.soort) && vraagt(other.soort) && isLaterStap(other.soort, row.soort);

/**
 * What of the same thing might go along with what is sent now: the same steps, due later today for persons of whom
 * nothing is due now, and nothing else is later today that overtakes it: those are judged together. Not
 * what was put off: that comes when its receiver was told that it would.
 */
export function kandidaten<Of extends Wachtend>(
  waiting: readonly Of[],
  judged: readonly Geoordeeld[],
  now: Temporal.Instant,
): Of[] {
  const steps = new Set(judged.filter(isSent).map(stapVan));
  const busy = new Set(judged.map(({ persoonId }) => persoonId));
  const { gt, lt } = laterVandaag(now);
  const today = waiting.filter(
    ({ geplandOp, persoonId }) => geplandOp > gt && geplandOp < lt && !busy.has(persoonId),
  );
  return [...Map.groupBy(today, ({ persoonId }) => persoonId).values()].flatMap((own) =>
    own.filter(
      (row) => row.soort !== 'later' && steps.has(stapVan(row)) && !own.some((other) => isRival(row, other)),
    ),
  );
}

/**
 * Of these candidates, judged as if they were due now: what goes to who is sent the same step now. Who stands in for
 * somebody with another time of day gets one message of a step, not two.
 */
export function gaanMee<Of extends Geoordeeld>(judged: readonly Geoordeeld[], later: readonly Of[]): Of[] {
  const letters = new Set(judged.filter(isSent).map(letterVan));
  return later.filter((row) => isSent(row) && letters.has(letterVan(row)));
}
