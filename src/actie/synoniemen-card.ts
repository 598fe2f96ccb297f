import type { Card } from '../chat/card.ts';
import { standVan } from './actie-card.ts';
import type { Synoniem } from './synoniem.ts';

export type SynoniemenPage = {
  synoniemen: Synoniem[];
  count: number;
  pagina: number;
  pages: number;
  /** The asker may change them. */
  mayChange: boolean;
  now: Temporal.Instant;
};

const line = ({ woord, betekenis }: Synoniem) => `${woord} = ${betekenis}`;

/** The words that mean the same when acties are searched. */
export function synoniemenCard({ synoniemen, count, pagina, pages, mayChange, now }: SynoniemenPage): Card {
  const how = '«synoniem WSP = werkgeversservicepunt» voegt er een toe, «synoniem weg WSP» haalt er een weg.';
  const to = (label: string, page: number) => ({ label, command: 'synoniemen', input: { pagina: page } });
  const buttons = [
    ...(pagina > 1 ? [to('Vorige', pagina - 1)] : []),
    ...(pagina < pages ? [to('Volgende', pagina + 1)] : []),
  ];
  return {
    elements: [
      { kind: 'heading', text: count === 1 ? '1 synoniem' : `${count} synoniemen` },
      { kind: 'text', text: synoniemen.map(line).join('\n') || 'Er zijn nog geen synoniemen.' },
      ...(mayChange ? [{ kind: 'note' as const, text: how }] : []),
      { kind: 'note', text: `${pages > 1 ? `Pagina ${pagina} van ${pages} · ` : ''}${standVan(now)}` },
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
    shareable: true,
  };
}

export function addedCard(synoniem: Synoniem, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: `Toegevoegd: ${line(synoniem)}. Wie op het een zoekt, vindt nu ook het ander.` },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [{ label: 'Weghalen', command: 'synoniem.verwijder', input: { ...synoniem } }],
      },
    ],
  };
}

export function removedCard(synoniemen: readonly Synoniem[], now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: `Weggehaald: ${synoniemen.map(line).join('; ')}.` },
      { kind: 'note', text: standVan(now) },
    ],
  };
}
