import type { Button, Card, Element } from '../chat/card.ts';
import { dagText, toLocal } from '../kalender/datum.ts';
import { STATUSSEN, type Status, statusText } from './actie.ts';
import { actieLine, standVan } from './actie-card.ts';
import { aantalVan, ORDE, samen, type Telling } from './stand.ts';

type Some = { count: number; first: { nummer: number; titel: string }[] };

export type Stand = {
  tellingen: Telling[];
  vertraagd: Some;
  /** Without an update since the previous vergadering. */
  stil: Some;
  zonderTrekker: Some;
  vorige: { overleg: string; begin: Temporal.Instant } | undefined;
  /** Where the picture of the counts is, if platforms can reach it. */
  url?: string;
  now: Temporal.Instant;
};

const actiesText = (count: number) => (count === 1 ? '1 actie' : `${count} acties`);

/** The whole doe-agenda at a glance: in figures, in words, and where it can be shown in one picture. */
export function standCard(stand: Stand): Card {
  const { tellingen, vertraagd, url, now } = stand;
  const totals = samen(tellingen);
  const count = tellingen.reduce((sum, telling) => sum + aantalVan(telling), 0);
  const picture: Element[] = url ? [{ kind: 'image', url, alt: ALT }] : [];
  return {
    elements: [
      { kind: 'heading', text: `Stand van de doe-agenda: ${actiesText(count)}` },
      {
        kind: 'facts',
        facts: present(totals).map((status) => ({
          label: statusText(status),
          value: actiesText(totals[status]),
        })),
      },
      ...picture,
      { kind: 'text', text: 'Per pijler:' },
      { kind: 'facts', facts: tellingen.map(pijlerFact) },
      ...lateElements(vertraagd),
      { kind: 'facts', facts: attention(stand) },
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: buttons(stand) },
    ],
    shareable: true,
  };
}

const ALT = 'Grafiek: per pijler een balk met het aantal acties per status. De cijfers staan eronder.';

const present = (aantallen: Record<Status, number>) => ORDE.filter((status) => aantallen[status] > 0);

function pijlerFact(telling: Telling) {
  const { pijler, aantallen } = telling;
  const parts = present(aantallen).map(
    (status) => `${aantallen[status]} ${STATUSSEN[status].naam.toLowerCase()}`,
  );
  return {
    label: pijler,
    value: `${actiesText(aantalVan(telling))}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`,
  };
}

function lateElements({ count, first }: Some): Element[] {
  if (count === 0) return [{ kind: 'text', text: 'Er is geen actie vertraagd.' }];
  const rest = count > first.length ? [`… en nog ${count - first.length}`] : [];
  const lines = [`${statusText('vertraagd')}: ${actiesText(count)}`, ...first.map(actieLine), ...rest];
  return [{ kind: 'text', text: lines.join('\n') }];
}

function attention({ stil, zonderTrekker, vorige }: Stand) {
  const since = vorige
    ? ` sinds het vorige overleg (${vorige.overleg}, ${dagText(toLocal(vorige.begin).toPlainDate())})`
    : '; er is nog geen vergadering geweest';
  return [
    { label: 'Zonder update', value: `${actiesText(stil.count)}${since}` },
    { label: 'Zonder trekker', value: `${actiesText(zonderTrekker.count)}${nummers(zonderTrekker)}` },
  ];
}

function nummers({ count, first }: Some): string {
  if (count === 0) return '';
  const more = count > first.length ? ', …' : '';
  return `: ${first.map(({ nummer }) => `#${nummer}`).join(', ')}${more}`;
}

function buttons({ vertraagd, stil, zonderTrekker }: Stand): Button[] {
  const list = (label: string, filter: string): Button => ({ label, command: 'acties', input: { filter } });
  return [
    ...(vertraagd.count > vertraagd.first.length ? [list('Alle vertraagde acties', 'vertraagd')] : []),
    ...(stil.count > 0 ? [list('Acties zonder update', 'zonder update')] : []),
    ...(zonderTrekker.count > 0 ? [list('Acties zonder trekker', 'zonder trekker')] : []),
    { label: 'Wat is er veranderd?', command: 'sinds.toon', input: {} },
  ];
}
