import type { Card } from '../chat/card.ts';
import { type Melding, STATUSSEN, statusText } from './actie.ts';
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

type Choosable = Pick<StoredActie, 'nummer' | 'updateId'>;

/** The sentence can be read in more than one way: the person chooses. Undefined: the status stays. */
export function doubtCard(
  { nummer, updateId }: Choosable,
  toelichting: string,
  statuses: readonly (Melding['status'] | undefined)[],
): Card {
  const buttons = statuses.map((status) => ({
    label: status ? `Meld als ${statusText(status)}` : 'Alleen als toelichting',
    command: 'update.keuze',
    input: { nummer, na: updateId ?? 0, toelichting, ...(status ? { status: STATUSSEN[status].naam } : {}) },
  }));
  return {
    elements: [
      { kind: 'text', text: `Hoe bedoel je dit bij actie #${nummer}? «${toelichting}»` },
      { kind: 'note', text: 'Er is nog niets opgeslagen.' },
      { kind: 'buttons', buttons },
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
