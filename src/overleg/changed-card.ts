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

const naamOf = ({ naam, code }: Overleg) => `${naam} (${code})`;

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

export function plannedCard(
  overleg: Overleg,
  begin: Temporal.Instant,
  planned: number,
  now: Temporal.Instant,
): Card {
  return {
    elements: [
      { kind: 'text', text: `${naamOf(overleg)} is gepland op ${beginText(begin)}` },
      {
        kind: 'text',
        text: `Er zijn ${planned} herinneringen gepland. Typ «overleg» om de aanloop te zien.`,
      },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

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

/** For whoever was written to about this vergadering before: it moved, or is off. */
export function noticeCard(
  overleg: Overleg,
  van: Temporal.Instant,
  naar: Temporal.Instant | undefined,
): Card {
  const text = naar
    ? `De vergadering van ${beginText(van)} is verplaatst naar ${beginText(naar)}.`
    : `De vergadering van ${beginText(van)} gaat niet door.`;
  return {
    elements: [
      { kind: 'heading', text: naamOf(overleg) },
      { kind: 'text', text },
    ],
  };
}
