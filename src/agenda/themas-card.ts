import { standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';

export type PijlerMetThemas = {
  nummer: number;
  naam: string;
  themas: { nummer: number; naam: string; _count: { acties: number } }[];
};

export const actiesText = (count: number): string => (count === 1 ? '1 actie' : `${count} acties`);

/** `keeper`: the asker may change them. */
export function themasCard(
  pijlers: readonly PijlerMetThemas[],
  keeper: boolean,
  now: Temporal.Instant,
): Card {
  const how =
    'Wijzigen: «thema toevoegen», «thema 4 hernoemen …», «thema 4 naar pijler 2», «thema 4 verwijderen», «pijler 2 hernoemen …».';
  return {
    elements: [
      { kind: 'heading', text: `De doe-agenda: ${pijlers.length} pijlers` },
      ...pijlers.map(pijlerElement),
      ...(keeper ? [{ kind: 'note' as const, text: how }] : []),
      { kind: 'note', text: standVan(now) },
    ],
  };
}

function pijlerElement({ nummer, naam, themas }: PijlerMetThemas): Element {
  const sorted = themas.toSorted((a, b) => a.nummer - b.nummer);
  const lines = sorted.map((one) => `Thema ${one.nummer}. ${one.naam}: ${actiesText(one._count.acties)}`);
  const title = `Pijler ${nummer}. ${naam}`;
  return { kind: 'text', text: [title, ...(lines.length > 0 ? lines : ['Nog geen thema’s'])].join('\n') };
}
