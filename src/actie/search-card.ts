import type { Card, Element } from '../chat/card.ts';
import { actieLine, actieNote, standVan } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';

export type SearchResult = { woorden: string; acties: StoredActie[]; found: number; now: Temporal.Instant };

/** Several acties that fit, to choose from; or none, with the nearest. */
export function searchCard({ woorden, acties, found, now }: SearchResult): Card {
  const short = woorden.length > 80 ? `${woorden.slice(0, 80)}…` : woorden;
  const intro =
    found > 0
      ? `Bedoel je een van deze acties? Ik vond er ${found} met «${short}».`
      : `Ik vond geen actie met «${short}».${acties.length > 0 ? ' Het dichtst in de buurt:' : ''}`;
  const choices = acties.map((actie): Element => {
    const open = { label: `Bekijk #${actie.nummer}`, command: 'actie.toon', input: { nummer: actie.nummer } };
    return { kind: 'item', text: actieLine(actie), note: actieNote(actie), buttons: [open] };
  });
  const elements: Element[] = [
    { kind: 'text', text: intro },
    ...choices,
    { kind: 'note', text: standVan(now) },
  ];
  const rest = found > acties.length;
  if (rest || acties.length === 0) {
    const input = rest ? { filter: woorden.slice(0, 200) } : {};
    elements.push({ kind: 'buttons', buttons: [{ label: 'Toon de lijst', command: 'acties', input }] });
  }
  return { elements };
}
