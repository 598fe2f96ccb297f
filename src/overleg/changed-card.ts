import { standVan } from '../actie/actie-card.ts';
import type { Button, Card } from '../chat/card.ts';
import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import { beginText, dagVanText, voorbeeldText } from './vergadering.ts';

type Overleg = { code: string; naam: string };

export type Moved = {
  id: number;
  overleg: Overleg;
  van: Temporal.Instant;
  naar: Temporal.Instant;
  planned: number;
  /** What there is against the new day, though it may be. */
  opmerkingen: readonly string[];
  now: Temporal.Instant;
};

export const naamOf = ({ naam, code }: Overleg): string => `${naam} (${code})`;

/** For the secretaris: the vergadering moved, and what follows from it. */
export function movedCard({ id, overleg, van, naar, planned, opmerkingen, now }: Moved): Card {
  // It puts back this vergadering, as long as it is where this move has put it.
  const input = { vergadering: id, van: iso(naar), naar: iso(van) };
  return {
    elements: [
      { kind: 'text', text: `${naamOf(overleg)} is verplaatst` },
      { kind: 'facts', facts: [{ label: 'Wanneer', value: `${beginText(van)} → ${beginText(naar)}` }] },
      { kind: 'text', text: [...opmerkingen, plannedText(planned, overleg.code, naar)].join('\n') },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [{ label: 'Terugzetten', command: 'overleg.terugzetten', input }],
      },
    ],
  };
}

const iso = (at: Temporal.Instant) => new Date(at.epochMilliseconds).toISOString();

const plannedText = (planned: number, code: string, naar: Temporal.Instant) =>
  `De herinneringen zijn opnieuw gepland (${planned}). Typ «overleg ${code} van ${dagVanText(naar)}» om de aanloop te zien.`;

type Keuze = { id: number; begin: Date; naar: Temporal.Instant };

/** "van 14 oktober 2027 naar 21 oktober 2027", with a time of day where it changes. */
function stepText({ begin, naar }: Keuze): string {
  const van = begin.toTemporalInstant();
  const tijd = tijdText(naar) === tijdText(van) ? '' : ` ${tijdText(naar)}`;
  return `van ${dagVanText(van)} naar ${dagVanText(naar)}${tijd}`;
}

/** Asked before a move of the next one, where `other` is nearer to the new day: which one is meant. */
export function whichMoveCard(overleg: Overleg, next: Keuze, other: Keuze, now: Temporal.Instant): Card {
  const [ofNext, ofOther] = [next, other].map(({ begin }) => beginText(begin.toTemporalInstant()));
  const dag = dagText(toLocal(next.naar).toPlainDate());
  const button = ({ id, begin, naar }: Keuze): Button => ({
    label: `Verplaats die van ${dagVanText(begin.toTemporalInstant())}`,
    command: 'overleg.terugzetten',
    input: { vergadering: id, van: begin.toISOString(), naar: iso(naar) },
  });
  const can = [other, next].filter(({ begin, naar }) => begin.getTime() !== naar.epochMilliseconds);
  const typ = `«overleg verplaats ${overleg.code} ${stepText(can[0] ?? next)}»`;
  return {
    elements: [
      { kind: 'heading', text: `Welke vergadering van ${overleg.code} wil je verplaatsen?` },
      {
        kind: 'text',
        text: `De volgende is op ${ofNext}. Op ${ofOther} staat er nog een, dichter bij ${dag}. Kies er een, of typ ${typ}.`,
      },
      { kind: 'note', text: `Er is nog niets gewijzigd. ${standVan(now)}` },
      { kind: 'buttons', buttons: can.map(button) },
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
