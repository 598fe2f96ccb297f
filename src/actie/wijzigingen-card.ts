import type { Button, Card, Element } from '../chat/card.ts';
import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import { type Status, statusText } from './actie.ts';
import { actieLine, standVan } from './actie-card.ts';
import type { Wijziging } from './wijziging.ts';

/** From when, and how that was understood. */
export type Sinds = { begin: Temporal.Instant } & (
  | { soort: 'overleg'; overleg: string }
  | { soort: 'datum' | 'begin' | 'geen-overleg' }
);

type Titled = { nummer: number; titel: string };

export type Wijzigingen = {
  sinds: Sinds;
  acties: (Titled & { status: Status; wijziging: Wijziging })[];
  /** What stayed silent: how many, and the first few. */
  stil: { count: number; first: Titled[] };
  now: Temporal.Instant;
};

/** How many of one kind are shown: what fits in one message of every platform. */
const MAX_ITEMS = 12;
const MAX_LINES = 8;

/** What changed since a moment, what did not, and what stayed silent. */
export function wijzigingenCard({ sinds, acties, stil, now }: Wijzigingen): Card {
  const of = (soort: Wijziging['soort']) => acties.filter(({ wijziging }) => wijziging.soort === soort);
  const elements: Element[] = [
    { kind: 'heading', text: `Veranderd sinds ${sindsText(sinds)}` },
    ...whyElements(sinds),
    ...(acties.length === 0 ? [{ kind: 'text' as const, text: 'Er is in die tijd niets gemeld.' }] : []),
    ...statusElements(of('status')),
    ...group('Nieuw in de doe-agenda', of('nieuw')),
    ...group('Samengevoegd met een andere actie', of('opgegaan').map(withPlace)),
    ...group('Bijgewerkt, de status is gelijk', of('bijgewerkt')),
    ...group('Ongewijzigd gemeld', of('ongewijzigd')),
    ...group('Niets van gehoord', stil.first, stil.count),
    { kind: 'note', text: standVan(now) },
  ];
  const buttons = silentButtons(sinds, stil);
  if (buttons.length > 0) elements.push({ kind: 'buttons', buttons });
  return { elements, shareable: true };
}

/** "het vorige overleg: RBA, maandag 11 januari 2027 om 10:00 uur". */
export function sindsText(sinds: Sinds): string {
  const day = dagText(toLocal(sinds.begin).toPlainDate());
  const time = tijdText(sinds.begin);
  const when = sinds.soort === 'datum' && time === '00:00' ? day : `${day} om ${time} uur`;
  switch (sinds.soort) {
    case 'overleg':
      return `het vorige overleg: ${sinds.overleg}, ${when}`;
    case 'datum':
      return when;
    case 'begin':
    case 'geen-overleg':
      return 'het begin';
  }
}

function whyElements({ soort }: Sinds): Element[] {
  if (soort !== 'geen-overleg') return [];
  const text = 'Er is nog geen vergadering geweest. Daarom zie je alles wat tot nu toe is gemeld.';
  return [{ kind: 'text', text }];
}

/** Where an actie went that is no actie of its own any more. */
function withPlace({ nummer, titel, wijziging }: Wijzigingen['acties'][number]): Titled {
  const place = wijziging.soort === 'opgegaan' ? ` → #${wijziging.in}` : '';
  return { nummer, titel: `${titel}${place}` };
}

const actiesText = (count: number) => (count === 1 ? '1 actie' : `${count} acties`);

function statusElements(changed: Wijzigingen['acties']): Element[] {
  if (changed.length === 0) return [];
  const items = changed.slice(0, MAX_ITEMS).map((actie): Element => {
    const { wijziging } = actie;
    const note =
      wijziging.soort === 'status' ? `${statusText(wijziging.van)} → ${statusText(wijziging.naar)}` : '';
    return { kind: 'item', text: actieLine(actie), note };
  });
  const rest = changed.slice(MAX_ITEMS).map(({ nummer }) => `#${nummer}`);
  return [
    { kind: 'text', text: `Andere status: ${actiesText(changed.length)}` },
    ...items,
    ...(rest.length > 0 ? [{ kind: 'note' as const, text: restText(rest) }] : []),
  ];
}

/** The rest by number, as far as it can be read. */
function restText(nummers: readonly string[]): string {
  const more = nummers.length > 60 ? ', …' : '';
  return `… en nog ${nummers.length}: ${nummers.slice(0, 60).join(', ')}${more}`;
}

/** A group of acties, each on a line; `count`: how many there are, if not all are given. */
function group(name: string, acties: readonly Titled[], count = acties.length): Element[] {
  if (count === 0) return [];
  const shown = acties.slice(0, MAX_LINES);
  const rest = count > shown.length ? [`… en nog ${count - shown.length}`] : [];
  const lines = [`${name}: ${actiesText(count)}`, ...shown.map(actieLine), ...rest];
  return [{ kind: 'text', text: lines.join('\n') }];
}

/** The list «zonder update» counts from the previous overleg, as this does only when nothing else was asked. */
function silentButtons({ soort }: Sinds, { count, first }: Wijzigingen['stil']): Button[] {
  if (count <= first.length || soort === 'datum' || soort === 'begin') return [];
  return [{ label: 'Alle acties zonder update', command: 'acties', input: { filter: 'zonder update' } }];
}

/** What changed is asked since a day that only the asker knows: which. */
export function welkeDagCard(): Card {
  return {
    elements: [
      {
        kind: 'text',
        text: 'Sinds welke dag wil je de wijzigingen zien? Typ bijvoorbeeld «sinds 1 oktober» of «sinds vorige week».',
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Sinds het vorige overleg', command: 'sinds.toon', input: { sinds: 'vorig overleg' } },
        ],
      },
    ],
  };
}
