import { beginTextIn, type Datumtaal } from '../bereikbaar/datumtaal.ts';
import type { Card, Element } from '../chat/card.ts';
import { naamOf } from './changed-card.ts';

/** When and where a vergadering is, or was; undefined: the reader was told before that was kept. */
type Staat = { begin: Temporal.Instant; plaats: string | undefined; link: string | undefined };

export type Notice = {
  overleg: { code: string; naam: string };
  /** What the reader knows. */
  van: Staat;
  /** How it is now; undefined: it is off. */
  naar: { begin: Temporal.Instant; plaats: string; link: string } | undefined;
  /** How the reader wants dates. */
  datums: Datumtaal;
};

/** For whoever was written to about this vergadering before: it moved, is somewhere else, or is off. */
export function noticeCard({ overleg, van, naar, datums }: Notice): Card {
  const facts = naar ? [...placeFacts('Plaats', van.plaats, naar.plaats), ...linkFacts(van, naar)] : [];
  return {
    elements: [
      { kind: 'heading', text: naamOf(overleg) },
      { kind: 'text', text: whenText(van.begin, naar?.begin, datums) },
      ...(facts.length > 0 ? [{ kind: 'facts', facts } satisfies Element] : []),
    ],
  };
}

function whenText(van: Temporal.Instant, naar: Temporal.Instant | undefined, datums: Datumtaal): string {
  const beginText = (at: Temporal.Instant) => beginTextIn(datums, at);
  if (!naar) return `De vergadering van ${beginText(van)} gaat niet door.`;
  if (van.equals(naar)) return `De vergadering is op ${beginText(naar)}.`;
  return `De vergadering van ${beginText(van)} is verplaatst naar ${beginText(naar)}.`;
}

/** Old → new; what stayed as it was is said too, so that the reader need not look it up. */
function placeFacts(label: string, van: string | undefined, naar: string) {
  const now = naar || ONBEKEND;
  if (van !== undefined && van !== naar) return [{ label, value: `${van || ONBEKEND} → ${now}` }];
  return naar === '' ? [] : [{ label, value: now }];
}

const ONBEKEND = 'nog niet bekend';

/** An old address is of no use to anybody: only the new one is shown. */
function linkFacts({ link: van }: Staat, { link: naar }: { link: string }) {
  if (naar !== '') return [{ label: 'Online', value: naar }];
  return van ? [{ label: 'Online', value: 'kan niet meer' }] : [];
}
