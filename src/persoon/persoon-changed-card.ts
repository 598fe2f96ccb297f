import { standVan } from '../actie/actie-card.ts';
import type { Card, Element, Input } from '../chat/card.ts';
import { dagText, toLocal } from '../kalender/datum.ts';
import type { Gelezen } from './stored-ingevuld.ts';
import type { StoredPersoon } from './stored-persoon.ts';
import type { Vrij } from './stored-vrij.ts';
import { nummersText, zetelText } from './werk.ts';

type Person = Pick<StoredPersoon, 'id' | 'naam' | 'email' | 'rol' | 'vertrokkenOp'> & {
  organisatie: { code: string; naam: string };
};

const whoText = ({ naam, email, rol, organisatie }: Person) =>
  `${naam} (${email}), ${rol} bij ${organisatie.naam}`;

const HALLO =
  'Doebot herkent dit e-mailadres in Slack en Teams. In Teams moet diegene één keer «hallo» zeggen.';

export function addedCard(persoon: Person, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: `Toegevoegd: ${whoText(persoon)}.` },
      { kind: 'note', text: HALLO },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [{ label: 'Bekijken', command: 'persoon.toon', input: { wie: persoon.email } }],
      },
    ],
  };
}

/** The address is of somebody who has left: the same person, or a mistake. */
export function rejoinCard(gone: Person, { naam, email, rol, organisatie }: Gelezen): Card {
  const input = { persoon: gone.id, naam, email, organisatie: organisatie.code, rol };
  return {
    elements: [
      {
        kind: 'text',
        text: `${email} was van ${gone.naam} (${gone.organisatie.naam}), vertrokken op ${dayOf(gone)}. Er is nog niets opgeslagen.`,
      },
      { kind: 'text', text: `Terughalen als ${naam}, ${rol} bij ${organisatie.naam}?` },
      {
        kind: 'buttons',
        buttons: [{ label: 'Terughalen', command: 'persoon.terug', input, style: 'primary' }],
      },
    ],
  };
}

export const dayOf = ({ vertrokkenOp }: { vertrokkenOp: Date | null }): string =>
  vertrokkenOp ? dagText(toLocal(vertrokkenOp.toTemporalInstant()).toPlainDate()) : '';

export function rejoinedCard(persoon: Person, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: `Terug: ${whoText(persoon)}.` },
      { kind: 'note', text: `${HALLO} ${standVan(now)}` },
    ],
  };
}

type Change = { label: string; value: string };

export type Proposal = {
  persoon: Person;
  changes: Change[];
  vrij: Vrij;
  /** What the button carries: what was seen, and what it becomes. */
  button: Input;
  now: Temporal.Instant;
};

/** Old → new, before it is so. */
export function proposalCard({ persoon, changes, vrij, button, now }: Proposal): Card {
  return {
    elements: [
      { kind: 'heading', text: `${persoon.naam} wijzigen?` },
      { kind: 'facts', facts: changes },
      ...followsElements(persoon, changes, vrij),
      { kind: 'note', text: `Er is nog niets opgeslagen. ${standVan(now)}` },
      {
        kind: 'buttons',
        buttons: [{ label: 'Wijzigen', command: 'persoon.wijzig', input: button, style: 'primary' }],
      },
    ],
  };
}

export function changedCard(persoon: Person, changes: Change[], vrij: Vrij, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: `Gewijzigd: ${whoText(persoon)}.` },
      { kind: 'facts', facts: changes },
      ...followsElements(persoon, changes, vrij),
      { kind: 'note', text: standVan(now) },
    ],
  };
}

/** What follows from a change. */
function followsElements({ naam }: Person, changes: readonly Change[], vrij: Vrij): Element[] {
  const mail = changes.some(({ label }) => label === 'E-mail');
  const lines = [
    ...vrijLines(vrij),
    ...(mail ? [`Doebot herkent ${naam} daarna alleen met het nieuwe adres.`] : []),
  ];
  return lines.length > 0 ? [{ kind: 'text', text: lines.join('\n') }] : [];
}

/** What falls back to the organisatie. */
const vrijLines = ({ acties, zetels, contactVan }: Vrij): string[] => [
  ...(contactVan.length > 0
    ? [`Geen contact meer van ${contactVan.map(({ naam }) => naam).join(', ')}.`]
    : []),
  ...(acties.length > 0
    ? [`Geen contact meer van ${nummersText(acties)}: die vallen terug op de organisatie.`]
    : []),
  ...(zetels.length > 0 ? [`Vandaag is de laatste dag als ${zetels.map(zetelText).join(' en ')}.`] : []),
];

export function placeCard(persoon: Person, text: string, vrij: Vrij, now: Temporal.Instant): Card {
  const more = vrijLines(vrij);
  return {
    elements: [
      { kind: 'text', text: `${persoon.naam} ${text}` },
      ...(more.length > 0 ? [{ kind: 'text' as const, text: more.join('\n') }] : []),
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [{ label: 'Bekijken', command: 'persoon.toon', input: { wie: persoon.email } }],
      },
    ],
  };
}
