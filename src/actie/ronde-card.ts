import type { Button, Card, Element } from '../chat/card.ts';
import { actieLine, standVan } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';
import { type Melding, saysTheSame } from './update.ts';
import { statusChange } from './update-card.ts';

/** One actie of a round; `id`: of the new update. */
export type Gemeld = {
  actie: Pick<StoredActie, 'id' | 'nummer' | 'titel'>;
  van: Melding;
  melding: Melding;
  id: number;
};

export type RondeDone = {
  gemeld: readonly Gemeld[];
  /** How many had been registered by an earlier hand-in of the same form. */
  already: number;
  /** Where the round goes on, and how many acties are left. */
  verder: { vanaf: number; wacht: boolean; bericht?: number | undefined; rest: number };
  now: Temporal.Instant;
};

/** What was registered, old → new per actie, each with its way back. */
export function rondeCard({ gemeld, already, verder, now }: RondeDone): Card {
  return {
    elements: [
      { kind: 'text', text: doneText(gemeld.length, already) },
      ...gemeld.map(gemeldItem),
      { kind: 'note', text: standVan(now) },
      ...goOn(verder),
    ],
  };
}

function doneText(count: number, already: number): string {
  if (count === 0 && already === 0) return 'Je hebt alles overgeslagen. Er is niets gemeld.';
  if (count === 0) return `Al verwerkt: je melding bij ${actiesText(already)} stond er al.`;
  const before = already > 0 ? ` ${actiesText(already)} stond er al.` : '';
  return `Geregistreerd bij ${actiesText(count)}.${before}`;
}

const actiesText = (count: number): string => (count === 1 ? '1 actie' : `${count} acties`);

function gemeldItem({ actie, van, melding, id }: Gemeld): Element {
  const change = statusChange(van.status, melding.status);
  const toelichting = saysTheSame(van, melding) ? '' : melding.toelichting;
  const undo = {
    label: 'Ongedaan maken',
    command: 'ronde.ongedaan',
    input: { nummer: actie.nummer, update: id },
  };
  return {
    kind: 'item',
    text: actieLine(actie),
    note: toelichting === '' ? change : `${change} · ${toelichting}`,
    buttons: [undo],
  };
}

function goOn({ vanaf, wacht, bericht, rest }: RondeDone['verder']): Element[] {
  if (rest === 0) return [];
  const input = { vanaf, wacht, ...(bericht !== undefined && { bericht }) };
  const on: Button = { label: `Nog ${rest}: ga verder`, command: 'ronde.formulier', input, opens: 'form' };
  return [{ kind: 'buttons', buttons: [on] }];
}

/** Nothing of the asker waits any more. */
export function roundDoneCard(now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: 'Al je acties zijn bijgewerkt. Dank je wel!' },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

/** Opens the form for all acties of who presses it. `wacht`: only those that wait for an update. */
export const rondeButton = (wacht: boolean): Button => {
  return { label: 'Alles bijwerken', command: 'ronde.formulier', input: { wacht }, opens: 'form' };
};
