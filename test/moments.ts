import { ZONE } from '../src/kalender/werkdag.ts';

/** "2026-11-23T09:00", in Europe/Amsterdam. */
export const at = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant();

/** When the databases of the tests were loaded: a Monday. The RBA meets on Monday 11 January 2027 at 10:00. */
export const START = at('2026-11-23T09:00');
