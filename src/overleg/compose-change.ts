import type { Composer } from '../chat/outbox.ts';
import { noticeCard } from './notice-card.ts';
import { findVergadering } from './stored-vergadering.ts';

/** Job: tells of a vergadering that was changed; nothing when it is again as the reader knows it, unless they were told. */
export const composeChange: Composer = async ({ tx, inhoud, now, said }) => {
  const vergadering = await findVergadering(tx, Number(inhoud['vergadering']));
  const { overleg, status, plaats, link } = vergadering;
  const kept = (name: string) => (typeof inhoud[name] === 'string' ? inhoud[name] : undefined);
  const van = {
    begin: Temporal.Instant.from(String(inhoud['van'])),
    plaats: kept('plaats'),
    link: kept('link'),
  };
  if (status === 'geannuleerd') return noticeCard({ overleg, van, naar: undefined });
  const begin = vergadering.begin.toTemporalInstant();
  if (Temporal.Instant.compare(begin, now) <= 0) return undefined;
  const same = begin.equals(van.begin) && (van.plaats ?? plaats) === plaats && (van.link ?? link) === link;
  return same && !said ? undefined : noticeCard({ overleg, van, naar: { begin, plaats, link } });
};
