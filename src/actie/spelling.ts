import { isGewoon, isStil } from './gewoon.ts';
import { distance, plain } from './woord.ts';

/** How many mistakes a word may have: fewer than in a search, because what is mended is not asked about. */
const mistakesIn = (letters: number): number => (letters < 5 ? 0 : letters < 9 ? 1 : 2);

const bare = (word: string) => word.replace(/(?:ers?|en|e|s)$/, '');

/** Another form of a word ("trekkers", "ondernemen" beside "ondernemers") is no mistake. */
function isForm(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || bare(a) === bare(b);
}

/** The text with words that are almost one of `known` spelled like that one; words of any sentence and those of `right` stay. */
export function mendWords(
  text: string,
  known: ReadonlySet<string>,
  right: ReadonlySet<string> = new Set(),
): string {
  return text.replace(/[a-z]{5,}/g, (word) => {
    if (known.has(word) || right.has(word) || isStil(word) || isGewoon(word)) return word;
    const max = mistakesIn(word.length);
    let best = { right: word, mistakes: max + 1 };
    for (const right of known) {
      if (Math.abs(right.length - word.length) > max || right.length < 5) continue;
      if (isForm(word, right)) return word;
      if (right[0] !== word[0] && word.length < 8) continue;
      const mistakes = distance(word, right, max);
      if (mistakes < best.mistakes) best = { right, mistakes };
    }
    return best.right;
  });
}

/** The text with names written as they are: "ijmondwerkt" is "ijmond werkt", "pas werk" is "paswerk". */
export function mendJoints(text: string, names: readonly string[]): string {
  const joined = new Map(
    names.map(plain).flatMap((name) => (name.length > 5 ? [[name.replaceAll(' ', ''), name]] : [])),
  );
  return text
    .replace(/[a-z0-9]{6,}/g, (word) => joined.get(word) ?? word)
    .replace(/(?<= )([a-z]{3,}) (?=([a-z]{3,}) )/g, (whole, a: string, b: string) =>
      joined.get(a + b) === a + b ? a : whole,
    );
}
