import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Card } from '../chat/card.ts';

/** Why somebody gets what is another's to answer. */
export const ALS: Record<Als, string> = {
  zelf: '',
  vervanger: 'die jij vervangt',
  contact: 'van jouw organisatie',
  secretaris: 'omdat daar niemand anders voor is',
};

/** Whose it is, and in what capacity its reader gets it. */
export type Voor = { naam: string; als: Als };

/** How many persons are named in one line: a message has room for no more. */
const NAMED = 20;

/**
 * For whom its reader gets a message that asks nothing: "Voor Fatima de Boer, die jij vervangt."; "Ook voor …" where it
 * is theirs too; empty where it is theirs only.
 */
export function voorText(voor: readonly Voor[]): string {
  const own = voor.some(({ als }) => als === 'zelf');
  const others = Map.groupBy(
    voor.filter(({ als }) => als !== 'zelf'),
    ({ als }) => als,
  );
  return [...others]
    .map(([als, persons], index) => {
      const namen = persons.map(({ naam }) => naam);
      return `${own || index > 0 ? 'Ook voor' : 'Voor'} ${opsomming(namen)}, ${ALS[als]}.`;
    })
    .join(' ');
}

/** The card with that line below what it begins with. */
export function withVoor(card: Card, voor: readonly Voor[]): Card {
  const text = voorText(voor);
  return text === '' ? card : { ...card, elements: card.elements.toSpliced(1, 0, { kind: 'text', text }) };
}

/** "A", "A en B", "A, B en C"; past that what fits, and how many more. */
function opsomming(namen: readonly string[]): string {
  const each = [...new Set(namen)];
  const shown = each.slice(0, NAMED);
  const last = each.length > NAMED ? `nog ${each.length - NAMED} anderen` : shown.pop();
  return shown.length > 0 ? `${shown.join(', ')} en ${last}` : `${last}`;
}
