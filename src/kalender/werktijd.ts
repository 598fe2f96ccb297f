import { atLocalTime, toLocal } from './datum.ts';
import { isWerkdag, plusWerkdagen } from './werkdag.ts';

/** Times of day, "HH:MM" in Europe/Amsterdam: from `open` on, until `closed`. */
export type Werktijd = { open: string; closed: string };

/** The first moment from `now` on that lies within these hours of a working day. */
export function withinWerktijd(now: Temporal.Instant, hours: Werktijd): Temporal.Instant {
  const date = toLocal(now).toPlainDate();
  const [open, closed] = [atLocalTime(date, hours.open), atLocalTime(date, hours.closed)];
  if (isWerkdag(date) && Temporal.Instant.compare(now, open) < 0) return open;
  if (isWerkdag(date) && Temporal.Instant.compare(now, closed) < 0) return now;
  return atLocalTime(plusWerkdagen(date, 1), hours.open);
}
