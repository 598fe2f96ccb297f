import { standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { kortText, type Vakantie } from './vakantie.ts';

type State = {
  vakanties: readonly Vakantie[];
  jaar: number | undefined;
  /** The asker says which count. */
  beheert: boolean;
  now: Temporal.Instant;
};

/** Two school years do not fit in one message with buttons. */
const GETOOND = 8;

export function vakantiesCard({ vakanties, jaar, beheert, now }: State): Card {
  const shown = vakanties.slice(0, GETOOND);
  const next = vakanties[GETOOND];
  return {
    elements: [
      { kind: 'heading', text: `Vakanties van de regio${jaar === undefined ? '' : ` in ${jaar}`}` },
      { kind: 'text', text: UITLEG },
      ...(shown.length === 0 ? [GEEN] : shown.map((one) => itemOf(one, beheert))),
      ...(next ? [moreElement(vakanties.length - GETOOND, next)] : []),
      { kind: 'note', text: standVan(now) },
    ],
    shareable: true,
  };
}

const UITLEG =
  'In een vakantie stel ik geen vergadering voor. Telt een vakantie mee, dan zijn die dagen ook geen werkdagen in de aanloop en gaat er dan niets uit.';

const GEEN: Element = {
  kind: 'text',
  text: 'Er staat er nog geen. De secretaris voegt er een toe met «vakantie kerst 19 december 2026 t/m 3 januari 2027».',
};

const moreElement = (count: number, { van }: Vakantie): Element => ({
  kind: 'text',
  text: `Er ${count === 1 ? 'is' : 'zijn'} er nog ${count}. Typ «vakanties ${van.year}» om ze te zien.`,
});

function itemOf(vakantie: Vakantie, beheert: boolean): Element {
  const { naam, vrij, van } = vakantie;
  const input = { naam, stand: vrij ? 'niet mee' : 'mee', jaar: van.year };
  const label = vrij ? 'Niet meetellen' : 'Laat meetellen';
  return {
    kind: 'item',
    text: `${naam}: ${kortText(vakantie)}`,
    note: vrij ? TELT_MEE : TELT_NIET_MEE,
    ...(beheert && { buttons: [{ label, command: 'vakantie.telt', input }] }),
  };
}

const TELT_MEE = 'Telt mee: geen werkdagen';
const TELT_NIET_MEE = 'Telt niet mee: gewone werkdagen';

/** What was changed, and what it means for the run-up. */
export function vakantieCard(text: string, { naam, vrij }: Vakantie, now: Temporal.Instant): Card {
  const means = vrij
    ? `De ${naam} telt mee: in de aanloop zijn dit geen werkdagen, en er gaat dan niets uit. Wil je dat niet, typ dan «vakantie ${naam} telt niet mee».`
    : `De ${naam} telt niet mee: in de aanloop zijn dit gewone werkdagen. Wil je dat niet, typ dan «vakantie ${naam} telt mee».`;
  return messageCard([text, means], now);
}

export function messageCard(lines: readonly string[], now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: [...lines, 'De herinneringen zijn opnieuw gepland.'].join('\n') },
      { kind: 'note', text: standVan(now) },
    ],
  };
}
