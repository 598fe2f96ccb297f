import { nextDay } from './herinnering.ts';
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

/**
 * What of the same thing might go along with what is sent now: the same steps, due later today for persons of whom
 * nothing is due now. Not what was put off: that comes when its receiver was told that it would.
 */
export function kandidaten<Of extends Wachtend>(
  waiting: readonly Of[],
  judged: readonly Geoordeeld[],
  now: Temporal.Instant,
): Of[] {
  const steps = new Set(judged.filter(isSent).map(stapVan));
  const busy = new Set(judged.map(({ persoonId }) => persoonId));
  const { gt, lt } = laterVandaag(now);
  return waiting.filter(
    (row) =>
      row.soort !== 'later' &&
      row.geplandOp > gt &&
      row.geplandOp < lt &&
      steps.has(stapVan(row)) &&
      !busy.has(row.persoonId),
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
