import { standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { beginText } from '../overleg/vergadering.ts';
import { uitlegVan } from './bereik.ts';
import type { About } from './herinnering-card.ts';

export type Missed = { naam: string; email: string; organisatie: { naam: string }; bereik: string };

type Bereikt = {
  over: About;
  /** How many are to be written to. */
  count: number;
  missed: readonly Missed[];
  /** How many have not been looked up yet. */
  unknown: number;
  now: Temporal.Instant;
};

/** What fits one message on every platform. */
const SHOWN = 20;

/** Before a run-up: who cannot be reached, why, and what to do about it; or that everyone can. */
export function bereikCard({ over, count, missed, unknown, now }: Bereikt): Card {
  const when = `De vergadering is op ${beginText(over.begin)}.`;
  const reached =
    unknown > 0
      ? `Ik kan ${persons(count - unknown)} bereiken die ik ga aanschrijven.`
      : `Ik kan iedereen bereiken die ik ga aanschrijven: ${persons(count)}.`;
  const text =
    missed.length === 0
      ? reached
      : `Van de ${persons(count)} die ik ga aanschrijven, kan ik er ${missed.length} niet bereiken. Regel dit voor de uitvraag begint.`;
  const later = unknown > 0 ? [`Van ${persons(unknown)} weet ik het nog niet.`] : [];
  return {
    elements: [
      { kind: 'heading', text: `Bereikbaar voor ${over.naam}` },
      { kind: 'text', text: [text, ...later, when].join('\n') },
      ...missedItems(missed),
      { kind: 'note', text: `Typ «niet bereikt» voor de lijst van dit moment. ${standVan(now)}` },
    ],
  };
}

const persons = (count: number): string => (count === 1 ? '1 persoon' : `${count} personen`);

/** Each with why, and what to do about it. */
export function missedItems(missed: readonly Missed[]): Element[] {
  const rest = missed.length - SHOWN;
  return [
    ...missed.slice(0, SHOWN).map(({ naam, email, organisatie, bereik }): Element => {
      const { reden, doen } = uitlegVan(bereik);
      return { kind: 'item', text: `${naam} (${email}), ${organisatie.naam}`, note: `${reden} ${doen}` };
    }),
    ...(rest > 0 ? [{ kind: 'text' as const, text: `… en nog ${rest}` }] : []),
  ];
}
