import type { Filter, Vocabulary } from './lezing.ts';

/** A part of the text that means a filter. */
export type Found = {
  from: number;
  to: number;
  filter: Filter;
  anders?: { label: string; filter: string }[];
};
export type Recogniser = (text: string, words: Vocabulary) => Found | undefined;

export function hit(
  text: string,
  pattern: RegExp,
  filter: (match: RegExpExecArray) => Filter | undefined,
): Found | undefined {
  const match = pattern.exec(text);
  const made = match && filter(match);
  return match && made ? { from: match.index, to: match.index + match[0].length, filter: made } : undefined;
}

/** Every row of words of a text, with where it stands. */
export function spans(text: string): { from: number; to: number; words: string }[] {
  const starts = [...text.matchAll(/(?<= )[a-z0-9]+/g)]
    .slice(0, 60)
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
  return starts
    .flatMap(({ from }, index) =>
      starts.slice(index, index + 8).map(({ to }) => ({ from, to, words: text.slice(from, to) })),
    )
    .filter(({ words }) => !words.includes('|'));
}

export const GEEN = '(?:nog )?(?:zonder|geen|niet)(?: een)?(?: nog)?(?: recente| bekende| duidelijke)?';
