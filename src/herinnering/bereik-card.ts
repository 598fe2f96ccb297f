import { standVan } from '../actie/actie-card.ts';
import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Card, Element } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';
import { beginText } from '../overleg/vergadering.ts';
import { uitlegVan } from './bereik.ts';
import type { About } from './herinnering-card.ts';
import { ALS } from './ontvangers-card.ts';

export type Missed = {
  naam: string;
  email: string;
  organisatie: { naam: string };
  bereik: string;
  /** In what capacity they are written to, where that is known. */
  als?: readonly Als[];
};

type Bereikt = {
  over: About;
  /** How many are to be written to. */
  count: number;
  missed: readonly Missed[];
  /** How many have not been looked up yet. */
  unknown: number;
  /** When the first of them is written to. */
  aanvang: Temporal.Instant | undefined;
  now: Temporal.Instant;
};

/** What fits one message on every platform. */
const SHOWN = 20;

/** Before a run-up: who cannot be reached, why, and what to do about it; or that everyone can. */
export function bereikCard({ over, count, missed, unknown, aanvang, now }: Bereikt): Card {
  const when = `De vergadering is op ${beginText(over.begin)}.`;
  const reached =
    unknown > 0
      ? `Ik kan ${persons(count - unknown)} bereiken ${WIE}.`
      : `Ik kan iedereen bereiken ${WIE}: ${persons(count)}.`;
  const text =
    missed.length === 0
      ? reached
      : `Van de ${persons(count)} ${WIE}, kan ik er ${missed.length} niet bereiken. ${doenText(aanvang, now)}`;
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

/** An invaller: a vervanger, or to whom an escalatie goes. */
const WIE = 'die ik ga aanschrijven of als invaller nodig kan hebben';

function doenText(aanvang: Temporal.Instant | undefined, now: Temporal.Instant): string {
  const inTime = aanvang && Temporal.Instant.compare(aanvang, now) > 0;
  if (!inTime) return 'Regel dit zo snel mogelijk: de aanloop is al begonnen.';
  return `Regel dit vóór ${momentText(aanvang)} uur: dan begint de aanloop.`;
}

const persons = (count: number): string => (count === 1 ? '1 persoon' : `${count} personen`);

/** Each with why, and what to do about it. */
export function missedItems(missed: readonly Missed[]): Element[] {
  const rest = missed.length - SHOWN;
  return [
    ...missed.slice(0, SHOWN).map(({ naam, email, organisatie, bereik, als = [] }): Element => {
      const { reden, doen } = uitlegVan(bereik);
      const text = `${naam} (${email}), ${organisatie.naam}${alsText(als)}`;
      return { kind: 'item', text, note: `${reden} ${doen}` };
    }),
    ...(rest > 0 ? [{ kind: 'text' as const, text: `… en nog ${rest}` }] : []),
  ];
}

/** Nothing for who is written to for themselves. */
const alsText = (als: readonly Als[]): string =>
  als.length === 0 || als.includes('zelf') ? '' : ` · als ${als.map((one) => ALS[one]).join(' en ')}`;
