import type { Card, Element } from '../chat/card.ts';
import { actieLine, actieNote, standVan } from './actie-card.ts';
import type { Term } from './gelijkenis.ts';
import type { StoredActie } from './stored-actie.ts';

export type SearchResult = {
  woorden: string;
  terms: readonly Term[];
  acties: StoredActie[];
  /** The acties may be meant; otherwise they are only the nearest. */
  doubt: boolean;
  /** How many have all the words. */
  count: number;
  now: Temporal.Instant;
};

/** Several acties that fit, to choose from; or none, with what was looked for and the nearest. */
export function searchCard(result: SearchResult): Card {
  const { woorden, acties, doubt, count, now } = result;
  const choices = acties.map((actie): Element => {
    const open = { label: `Bekijk #${actie.nummer}`, command: 'actie.toon', input: { nummer: actie.nummer } };
    return { kind: 'item', text: actieLine(actie), note: actieNote(actie), buttons: [open] };
  });
  const elements: Element[] = [
    { kind: 'text', text: intro(result) },
    ...choices,
    { kind: 'note', text: standVan(now) },
  ];
  const rest = doubt && count > acties.length;
  if (rest || acties.length === 0) {
    const input = rest ? { filter: `woorden ${woorden.slice(0, 200)}` } : {};
    elements.push({ kind: 'buttons', buttons: [{ label: 'Toon de lijst', command: 'acties', input }] });
  }
  return { elements };
}

function intro({ woorden, terms, acties, doubt, count }: SearchResult): string {
  const looked = terms.map(({ woord }) => woord).join(' ') || woorden;
  const short = looked.length > 80 ? `${looked.slice(0, 80)}…` : looked;
  if (doubt && count > acties.length)
    return `Bedoel je een van deze acties? Ik vond er ${count} met «${short}».`;
  if (doubt) return `Bedoel je een van deze acties? Ik zocht naar «${short}».`;
  const near = acties.length > 0 ? ' Het dichtst in de buurt:' : '';
  return `Niet gevonden. Ik zocht in de acties naar «${short}».${near}`;
}
