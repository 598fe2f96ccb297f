import type { Card } from '../chat/card.ts';
import { type Melding, statusText } from './actie.ts';
import { actieLine, standVan } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';

type Titled = Pick<StoredActie, 'nummer' | 'titel' | 'status'>;

/** What was registered, old → new, with a button to undo it. */
export function updatedCard(actie: Titled, melding: Melding, updateId: number, now: Temporal.Instant): Card {
  const { status, toelichting } = melding;
  const unchanged = status === actie.status;
  const value = unchanged
    ? `${statusText(status)} (ongewijzigd)`
    : `${statusText(actie.status)} → ${statusText(status)}`;
  return {
    elements: [
      { kind: 'text', text: `Geregistreerd bij ${actieLine(actie)}` },
      {
        kind: 'facts',
        facts: [
          { label: 'Status', value },
          ...(toelichting === '' ? [] : [{ label: 'Toelichting', value: toelichting }]),
        ],
      },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Ongedaan maken',
            command: 'update.ongedaan',
            input: { nummer: actie.nummer, update: updateId },
          },
        ],
      },
    ],
  };
}

/** "loopt vertraging op" can be read in two ways: the person chooses. */
export function doubtCard({ nummer }: Titled, rest: string): Card {
  const toelichting = `Loopt ${rest}`;
  const as = (status: 'vertraagd' | 'loopt') => ({
    label: `Meld als ${statusText(status)}`,
    command: 'update.meld',
    input: { nummer, status, toelichting, zeker: true },
  });
  return {
    elements: [
      { kind: 'text', text: `Hoe bedoel je dit bij actie #${nummer}? «${toelichting}»` },
      { kind: 'note', text: 'Er is nog niets opgeslagen.' },
      { kind: 'buttons', buttons: [as('vertraagd'), as('loopt')] },
    ],
  };
}

export function undoneCard(actie: Titled, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: `Ongedaan gemaakt bij ${actieLine(actie)}` },
      { kind: 'facts', facts: [{ label: 'Status', value: statusText(actie.status) }] },
      { kind: 'note', text: standVan(now) },
    ],
  };
}
