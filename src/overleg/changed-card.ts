import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import { beginText, voorbeeldText } from './vergadering.ts';

type Overleg = { code: string; naam: string };

export type Moved = {
  id: number;
  overleg: Overleg;
  van: Temporal.Instant;
  naar: Temporal.Instant;
  planned: number;
  now: Temporal.Instant;
};

export const naamOf = ({ naam, code }: Overleg): string => `${naam} (${code})`;

/** For the secretaris: the vergadering moved, and what follows from it. */
export function movedCard({ id, overleg, van, naar, planned, now }: Moved): Card {
  // It puts back this vergadering, as long as it is where this move has put it.
  const input = { vergadering: id, van: iso(naar), naar: iso(van) };
  return {
    elements: [
      { kind: 'text', text: `${naamOf(overleg)} is verplaatst` },
      { kind: 'facts', facts: [{ label: 'Wanneer', value: `${beginText(van)} → ${beginText(naar)}` }] },
      { kind: 'text', text: plannedText(planned) },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [{ label: 'Terugzetten', command: 'overleg.terugzetten', input }],
      },
    ],
  };
}

const iso = (at: Temporal.Instant) => new Date(at.epochMilliseconds).toISOString();

const plannedText = (planned: number) =>
  `De herinneringen zijn opnieuw gepland (${planned}). Typ «overleg» om de aanloop te zien.`;

/** Which vergadering it is about, before it is called off. */
export function cancelQuestionCard({
  id,
  overleg,
  begin,
}: {
  id: number;
  overleg: Overleg;
  begin: Date;
}): Card {
  const input = { vergadering: id, begin: begin.toISOString() };
  return {
    elements: [
      { kind: 'text', text: `${naamOf(overleg)} op ${beginText(begin.toTemporalInstant())} afzeggen?` },
      { kind: 'note', text: 'Wie al een bericht over deze vergadering kreeg, hoort dat ze niet doorgaat.' },
      {
        kind: 'buttons',
        buttons: [{ label: 'Afzeggen', command: 'overleg.afzeggen', input, style: 'danger' }],
      },
    ],
  };
}

export function cancelledCard(overleg: Overleg, begin: Temporal.Instant, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: `De vergadering van ${naamOf(overleg)} op ${beginText(begin)} gaat niet door.` },
      {
        kind: 'text',
        text: `De geplande herinneringen worden niet meer verstuurd. Plan een nieuwe met «overleg plan ${overleg.code} ${voorbeeldText(now)}».`,
      },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

/** Where the vergadering is now, for the secretaris who said so. */
export function placedCard(
  { overleg, begin }: { overleg: Overleg; begin: Date },
  what: 'plaats' | 'link',
  { van, naar }: { van: string; naar: string },
  now: Temporal.Instant,
): Card {
  const label = what === 'plaats' ? 'Plaats' : 'Link';
  const value = `${van || 'nog niet bekend'} → ${naar || 'nog niet bekend'}`;
  return {
    elements: [
      { kind: 'text', text: `${naamOf(overleg)} op ${beginText(begin.toTemporalInstant())}` },
      { kind: 'facts', facts: [{ label, value }] },
      { kind: 'text', text: 'Wie al een bericht over deze vergadering kreeg, hoort het ook.' },
      { kind: 'note', text: standVan(now) },
    ],
  };
}
