import { standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { isLeeg, nummersText, type Overdracht, zetelText } from './werk.ts';

type Person = { id: number; naam: string; email: string };

export type Preview = {
  van: Person;
  naar: Person;
  plan: Overdracht;
  /** What the button carries, to tell whether it is still so. */
  gezien: string;
  /** It is not as it was shown before. */
  changed?: boolean;
  now: Temporal.Instant;
};

/** What would go from one to the other, before it does. */
export function overdrachtCard({ van, naar, plan, gezien, changed = false, now }: Preview): Card {
  const empty = isLeeg(plan);
  const input = { van: van.id, naar: naar.id, gezien };
  const buttons: Element[] = empty
    ? []
    : [
        {
          kind: 'buttons',
          buttons: [{ label: 'Overdragen', command: 'overdracht.doe', input, style: 'primary' }],
        },
      ];
  return {
    elements: [
      { kind: 'heading', text: `Overdracht van ${van.naam} aan ${naar.naam}` },
      ...(changed
        ? [
            {
              kind: 'text' as const,
              text: 'Intussen is er iets veranderd. Er is nog niets overgedragen; zo is het nu:',
            },
          ]
        : []),
      ...(empty
        ? [{ kind: 'text' as const, text: `${van.naam} heeft niets dat naar ${naar.naam} kan.` }]
        : [{ kind: 'facts' as const, facts: factsOf(plan) }]),
      ...staysElements(plan, naar),
      { kind: 'note', text: standVan(now) },
      ...buttons,
    ],
  };
}

/** What went over. */
export function handedOverCard({ van, naar, plan, now }: Omit<Preview, 'gezien' | 'changed'>): Card {
  const zetels = plan.zetels.length > 0 ? ` De zetels gaan morgen in.` : '';
  return {
    elements: [
      { kind: 'text', text: `Overgedragen van ${van.naam} aan ${naar.naam}.${zetels}` },
      { kind: 'facts', facts: factsOf(plan) },
      ...staysElements(plan, naar),
      { kind: 'note', text: `${naar.naam} krijgt vanaf nu de herinneringen. ${standVan(now)}` },
    ],
  };
}

function factsOf({ acties, zetels, contactVan, herinneringen, berichten }: Overdracht) {
  return [
    { label: 'Acties', value: nummersText(acties) || 'geen' },
    { label: 'Zetels', value: zetels.map(zetelText).join('; ') || 'geen' },
    ...(contactVan.length > 0
      ? [{ label: 'Contact van', value: contactVan.map(({ naam }) => naam).join('; ') }]
      : []),
    { label: 'Herinneringen', value: herinneringen === 0 ? 'geen' : `${herinneringen} gepland` },
    ...(berichten.length > 0 ? [{ label: 'Berichten', value: `${berichten.length} nog niet bezorgd` }] : []),
  ];
}

/** What stays where it is, by reason; and how it could go over yet. */
function staysElements({ blijft }: Overdracht, { email }: Person): Element[] {
  if (blijft.length === 0) return [];
  const by = Map.groupBy(blijft, ({ waarom }) => waarom);
  const lines = [...by].map(([waarom, rows]) => {
    return `Blijft: ${[...new Set(rows.map(({ wat }) => wat))].join(', ')} (${waarom})`;
  });
  const elsewhere = [...by.keys()].some((waarom) => waarom.includes('werkt niet bij'));
  return [
    { kind: 'text', text: lines.join('\n') },
    ...(elsewhere
      ? [
          {
            kind: 'note' as const,
            text: `Werkt diegene daar wel? «persoon ${email} ook bij <organisatie> trekker».`,
          },
        ]
      : []),
  ];
}
