import { standVan } from '../actie/actie-card.ts';
import type { Button, Card } from '../chat/card.ts';
import { nummersText, type Werk, zetelText } from './werk.ts';

type Person = { id: number; naam: string; email: string };

export type Leaving = { persoon: Person; werk: Werk; opvolgers: readonly Person[]; now: Temporal.Instant };

const has = ({ acties, zetels }: Werk) => acties.length + zetels.length > 0;

const factsOf = ({ acties, zetels, herinneringen }: Werk) => [
  { label: 'Acties', value: nummersText(acties) || 'geen' },
  { label: 'Zetels', value: zetels.map(zetelText).join('; ') || 'geen' },
  { label: 'Herinneringen', value: herinneringen === 0 ? 'geen' : `${herinneringen} gepland` },
];

/** What somebody still has in hand, before they go; and to whom it could go first. */
export function leaveQuestionCard({ persoon, werk, opvolgers, now }: Leaving): Card {
  const { id, naam, email } = persoon;
  const first = has(werk) ? opvolgers : [];
  const hand = `Draag het eerst over, met «overdracht ${email} aan <naam>» of een knop.`;
  return {
    elements: [
      { kind: 'heading', text: `Vertrekt ${naam}?` },
      { kind: 'facts', facts: factsOf(werk) },
      ...(has(werk) ? [{ kind: 'text' as const, text: hand }] : []),
      {
        kind: 'note',
        text: `Na vertrek kent Doebot ${naam} niet meer en stuurt het niets meer. Wat ${naam} heeft gemeld, blijft staan. ${standVan(now)}`,
      },
      {
        kind: 'buttons',
        buttons: [
          ...first.map((opvolger): Button => {
            const input = { van: email, aan: opvolger.email };
            return { label: `Overdragen aan ${opvolger.naam}`.slice(0, 75), command: 'overdracht', input };
          }),
          {
            label: 'Vertrek vastleggen',
            command: 'persoon.vertrokken',
            input: { persoon: id },
            style: 'danger',
          },
        ],
      },
    ],
  };
}

/** Somebody has left, and what is nobody's now. */
export function leftCard({ naam, email }: Person, werk: Werk, now: Temporal.Instant): Card {
  const mine = werk.acties.filter(({ genoemd, anderen }) => genoemd || anderen.length === 0);
  const left = mine.length > 0 ? ` Zonder contact: ${nummersText(mine)}.` : '';
  return {
    elements: [
      { kind: 'text', text: `${naam} is vertrokken. Doebot stuurt ${naam} niets meer.${left}` },
      ...(mine.length > 0
        ? [{ kind: 'note' as const, text: `Alsnog overdragen: «overdracht ${email} aan <naam>».` }]
        : []),
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [{ label: 'Bekijken', command: 'persoon.toon', input: { wie: email } }],
      },
    ],
  };
}
