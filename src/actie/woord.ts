import { isStil } from './gewoon.ts';

/** A text as its words: lower case, without accents and signs, single spaces. `zoektekst` in the database does the same. */
export function plain(text: string): string {
  // Most texts are plain already, and looking is much cheaper than making.
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The words to search for, each once. */
export function contentWords(text: string): string[] {
  return [...new Set(plain(text).split(' '))].filter((word) => word !== '' && !isStil(word)).slice(0, 40);
}

/** Whether a text has a row of words, of which an adjective may end otherwise: "het landelijke steunpakket". */
export const hasPhrase = (text: string, phrase: string): boolean => bare(text).includes(bare(phrase));

const bare = (text: string): string => ` ${plain(text).replace(/(?<=[a-z]{4})e(?= |$)/g, '')} `;

/** Whether a text has every one of the words, a longer one perhaps as the begin of another. */
export function hasWords(text: string, words: string): boolean {
  const all = plain(words).split(' ');
  return all.every(
    (word) => word !== '' && ` ${plain(text)} `.includes(word.length < 5 ? ` ${word} ` : ` ${word}`),
  );
}

/** Endings that make a verb, a noun of it, a plural: "escaleren", "escalatie". */
const UITGANG =
  /(?:isaties?|iseren|iseerde?|iseert|aties?|eringen|ering|eren|eerde?|eert|ingen|ing|ieken|iek|ische?|heden|heid|tjes?|pjes?|jes?|ers|er|en|es|s|e)$/;

/** What forms of a word share; the word itself where little would be left. */
export function rootOf(woord: string): string {
  // "gedetacheerd" is of "detacheren".
  const bare = /^ge.{4,}(?:eerd|t|d)e?$/.test(woord) ? woord.slice(2) : woord;
  const root = bare.replace(UITGANG, '');
  return root.length >= 5 ? root : woord;
}

/** How many letters to change, add, leave out or swap to get from one word to the other; `max + 1` if more than that. */
export function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped && i > 1 && j > 1) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    // No row can come below the two before it: most words are not alike, and that shows in their first letters.
    if (lowest(row) > max && lowest(last) > max) return max + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, max + 1);
}

function lowest(row: readonly number[]): number {
  let low = row[0] ?? 0;
  for (const one of row) if (one < low) low = one;
  return low;
}

/** How many typing mistakes a word of that many letters may have and still be the same word. */
export const typosIn = (letters: number): number =>
  letters < 4 ? 0 : letters < 8 ? 1 : letters < 12 ? 2 : 3;

/** Whether one word is the other one with typing mistakes; short words must begin alike. */
export function isTypo(a: string, b: string): boolean {
  const max = typosIn(Math.min(a.length, b.length));
  if (max === 0 || (a[0] !== b[0] && a.length < 8)) return false;
  return distance(a, b, max) <= max;
}
