import type { Datumtaal } from '../bereikbaar/datumtaal.ts';
import { urenVan } from '../bereikbaar/stored-bereikbaar.ts';
import { instellingVan } from '../bereikbaar/stored-instelling.ts';
import type { Card, Input } from '../chat/card.ts';
import type { Composer } from '../chat/outbox.ts';
import { noticeCard } from './notice-card.ts';
import { findVergadering, type StoredVergadering } from './stored-vergadering.ts';

/**
 * Job: tells of a vergadering that was changed, within the hours of who reads it, or at once where those come too late
 * for it; nothing when it is again as the reader knows it, unless they were told.
 */
export const composeChange: Composer = async ({ tx, persoon, inhoud, now, said }) => {
  const vergadering = await findVergadering(tx, Number(inhoud['vergadering']));
  const van = knownIn(inhoud);
  const { datums } = await instellingVan(tx, persoon.id);
  const card = cardOf(vergadering, van, { now, said, datums });
  if (!card || said) return card;
  const begin = vergadering.begin.toTemporalInstant();
  // Who does not know better comes at the one; the other may be missed.
  const uiterlijk = Temporal.Instant.compare(van.begin, begin) < 0 ? van.begin : begin;
  const earliest = await urenVan(tx, persoon.id, now, uiterlijk);
  const late = Temporal.Instant.compare(earliest, uiterlijk) >= 0;
  return late || earliest.equals(now) ? card : { notBefore: earliest };
};

/** When and where the reader takes it to be. */
function knownIn(inhoud: Input) {
  const kept = (name: string) => (typeof inhoud[name] === 'string' ? inhoud[name] : undefined);
  return {
    begin: Temporal.Instant.from(String(inhoud['van'])),
    plaats: kept('plaats'),
    link: kept('link'),
  };
}

function cardOf(
  vergadering: StoredVergadering,
  van: ReturnType<typeof knownIn>,
  { now, said, datums }: { now: Temporal.Instant; said: boolean; datums: Datumtaal },
): Card | undefined {
  const { overleg, status, plaats, link } = vergadering;
  if (status === 'geannuleerd') return noticeCard({ overleg, van, naar: undefined, datums });
  const begin = vergadering.begin.toTemporalInstant();
  if (Temporal.Instant.compare(begin, now) <= 0) return undefined;
  const same = begin.equals(van.begin) && (van.plaats ?? plaats) === plaats && (van.link ?? link) === link;
  return same && !said ? undefined : noticeCard({ overleg, van, naar: { begin, plaats, link }, datums });
}
