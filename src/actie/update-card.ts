import type { Button, Card } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';
import { STATUSSEN, type Status, statusText } from './actie.ts';
import { actieLine, standVan, updateText } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';
import type { Namens } from './stored-namens.ts';
import { type Melding, saysTheSame, veldText } from './update.ts';

type Titled = Pick<StoredActie, 'nummer' | 'titel' | 'status'>;

/** What was registered; `van`: how the actie stood before it. */
export type Registered = {
  actie: Pick<StoredActie, 'nummer' | 'titel' | 'laatste'>;
  van: Melding;
  melding: Melding;
  /** Of the new update. */
  id: number;
  namens?: Namens | undefined;
  corrigeert?: object | undefined;
  now: Temporal.Instant;
};

/** What was registered, old → new, with the ways to put it right. */
export function updatedCard({ actie, van, melding, id, namens, corrigeert, now }: Registered): Card {
  const { nummer, laatste } = actie;
  const input = { nummer, update: id };
  const unchanged = saysTheSame(van, melding);
  // What somebody else said before is shown: nothing is overwritten unseen.
  const before =
    laatste && !corrigeert && !unchanged ? [{ label: 'Hiervoor', value: updateText(laatste) }] : [];
  return {
    elements: [
      { kind: 'text', text: `${corrigeert ? 'Gecorrigeerd' : 'Geregistreerd'} bij ${actieLine(actie)}` },
      {
        kind: 'facts',
        facts: [
          ...(namens ? [{ label: 'Namens', value: namens.naam }] : []),
          { label: 'Status', value: statusChange(van.status, melding.status) },
          ...(melding.toelichting === '' || unchanged
            ? []
            : [{ label: 'Toelichting', value: melding.toelichting }]),
          ...changedFacts(van, melding),
          ...before,
        ],
      },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Ongedaan maken', command: 'update.ongedaan', input },
          { label: 'Corrigeren', command: 'update.corrigeren', input, opens: 'form' },
        ],
      },
    ],
  };
}

export function statusChange(van: Status, naar: Status): string {
  return van === naar ? `${statusText(naar)} (ongewijzigd)` : `${statusText(van)} → ${statusText(naar)}`;
}

const ANDERS = [
  ['volgendeStap', 'Volgende stap'],
  ['verwachtOp', 'Verwachte datum'],
  ['knelpunt', 'Bespreken in het overleg'],
  ['document', 'Document'],
] as const;

/** What else was changed, old → new. */
export function changedFacts(van: Melding, melding: Melding) {
  return ANDERS.flatMap(([veld, label]) => {
    const [was, is] = [veldText(van, veld), veldText(melding, veld)];
    if (was === is) return [];
    return [{ label, value: was === '' ? is : `${was} → ${is === '' ? '(leeg)' : is}` }];
  });
}

/** Handed in a second time: what was registered the first time. */
export function alreadyCard(actie: StoredActie, now: Temporal.Instant): Card {
  const when = actie.laatste ? ` op ${momentText(actie.laatste.gemeldOp.toTemporalInstant())} uur` : '';
  return {
    elements: [
      { kind: 'text', text: `Al verwerkt${when} bij ${actieLine(actie)}` },
      { kind: 'facts', facts: [{ label: 'Status', value: statusText(actie.status) }] },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

type Choosable = Pick<StoredActie, 'nummer' | 'updateId'>;

/** The sentence can be read in more than one way: the person chooses. Undefined: the status stays. */
export function doubtCard(
  actie: Choosable,
  toelichting: string,
  statuses: readonly (Status | undefined)[],
  namens?: Namens,
): Card {
  return {
    elements: [
      { kind: 'text', text: `Hoe bedoel je dit bij actie #${actie.nummer}? «${toelichting}»` },
      { kind: 'note', text: 'Er is nog niets opgeslagen.' },
      { kind: 'buttons', buttons: choiceButtons(actie, toelichting, statuses, namens) },
    ],
  };
}

/** A report that named no actie: whether it is to be registered at the one that it seems to be about. */
export function suggestCard(
  actie: Choosable & Pick<StoredActie, 'titel'>,
  toelichting: string,
  statuses: readonly (Status | undefined)[],
): Card {
  const { nummer } = actie;
  const look = { label: `Bekijk #${nummer}`, command: 'actie.toon', input: { nummer } };
  return {
    elements: [
      { kind: 'text', text: `Wil je dit melden bij ${actieLine(actie)}?` },
      { kind: 'text', text: `«${toelichting}»` },
      { kind: 'note', text: 'Er is nog niets opgeslagen.' },
      { kind: 'buttons', buttons: [...choiceButtons(actie, toelichting, statuses), look] },
    ],
  };
}

function choiceButtons(
  { nummer, updateId }: Choosable,
  toelichting: string,
  statuses: readonly (Status | undefined)[],
  namens?: Namens,
): Button[] {
  return statuses.map((status) => ({
    label: status ? `Meld als ${statusText(status)}` : 'Alleen als toelichting',
    command: 'update.keuze',
    input: {
      nummer,
      na: updateId ?? 0,
      toelichting,
      ...(status && { status: STATUSSEN[status].naam }),
      ...(namens && { namens: namens.email }),
    },
  }));
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
