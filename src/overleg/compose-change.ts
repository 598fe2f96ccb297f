import type { Composer } from '../chat/outbox.ts';
import { noticeCard } from './changed-card.ts';
import { findVergadering } from './stored-vergadering.ts';

/** Job: tells of a vergadering that was moved or cancelled; nothing when it is back at the time the reader knows. */
export const composeChange: Composer = async ({ tx, inhoud, now }) => {
  const { overleg, begin, status } = await findVergadering(tx, Number(inhoud['vergadering']));
  const van = Temporal.Instant.from(String(inhoud['van']));
  const naar = status === 'geannuleerd' ? undefined : begin.toTemporalInstant();
  if (naar && (naar.equals(van) || Temporal.Instant.compare(naar, now) <= 0)) return undefined;
  return noticeCard(overleg, van, naar);
};
