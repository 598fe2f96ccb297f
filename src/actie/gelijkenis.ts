import { isGewoon } from './gewoon.ts';
import { distance, typosIn } from './woord.ts';

/** What is searched for: a word with the other ways to say it, in plain words. */
export type Term = {
  woord: string;
  ook: string[] /** Ways to spell it, compared only. */;
  vormen?: string[];
};

/** A word of an actie that may be a term: with the same Dutch stem, or only alike. A phrase is found whole. */
export type Match = {
  term: number;
  gezocht: string;
  id: number;
  nummer: number;
  woord: string;
  stam: boolean;
  titel: boolean;
};

/** What an actie can be found by, in plain words. */
export type Tekst = { id: number; nummer: number; titel: string; rest: string };

/** Words that begin alike ("detachereren"): enough to show as the nearest, never to answer with. */
const VERWANT = 0.3;

/** How much of a term a word of the titel is, from 0 (nothing) to 1 (the same word). */
export function likeness(gezocht: string, woord: string, stam: boolean): number {
  if (stam || gezocht === woord) return 1;
  const [short, long] = gezocht.length < woord.length ? [gezocht, woord] : [woord, gezocht];
  const rest = long.length - short.length;
  // "zzp" is in "zzp'ers"; "metro" is not the "met" of a titel.
  const letters = short === gezocht ? 3 : 4;
  if (short.length >= letters && rest <= 3 && long.startsWith(short)) return 0.95;
  if (gezocht.length >= 4 && woord.startsWith(gezocht)) return 0.85;
  if (gezocht.length >= 5 && woord.includes(gezocht)) return 0.75;
  const max = typosIn(short.length);
  const typos =
    max > 0 && (short[0] === long[0] || short.length >= 8) ? distance(gezocht, woord, max) : max + 1;
  // A subject mistyped is never a word of any text: "gedicht" is not "gericht".
  if (typos <= max) return isGewoon(woord) ? 0 : 0.9 - 0.1 * typos;
  if (isPartTypo(gezocht, woord)) return 0.7;
  return gezocht.slice(0, 6) === woord.slice(0, 6) && short.length >= 6 ? VERWANT : 0;
}

/** "curiculum" is in "bijscholingscurriculum", "bemidel" begins "bemiddelingsmethodieken". */
function isPartTypo(gezocht: string, woord: string): boolean {
  if (gezocht.length < 7 || woord.length < gezocht.length + 2) return false;
  const max = gezocht.length < 9 ? 1 : 2;
  const parts = [-1, 0, 1].flatMap((more) => {
    const size = gezocht.length + more;
    return [woord.slice(0, size), woord.slice(-size)];
  });
  return parts.some((part) => part[0] === gezocht[0] && distance(gezocht, part, max) <= max);
}

/** The words of the teksten that may be the terms. `stems`: the Dutch stem of every word of both. */
export function matchesOf(
  terms: readonly Term[],
  teksten: readonly Tekst[],
  stems: ReadonlyMap<string, string>,
): Match[] {
  const stemOf = (woord: string) => stems.get(woord) ?? woord;
  const asked = terms.flatMap(({ woord, ook, vormen = [] }, term) =>
    [...new Set([woord, ...ook, ...vormen])].map((gezocht) => ({ term, gezocht })),
  );
  const words = asked.filter(({ gezocht }) => !gezocht.includes(' '));
  const phrases = asked.filter(({ gezocht }) => gezocht.includes(' '));
  const stemmed = (text: string) => ` ${text.split(' ').map(stemOf).join(' ')} `;
  const known = new Map<string, { term: number; gezocht: string; stam: boolean }[]>();
  const likeWord = (woord: string, los: boolean) => {
    const key = los ? woord : `${woord} `;
    const found =
      known.get(key) ??
      words.flatMap(({ term, gezocht }) => {
        const stam = los && stemOf(gezocht) === stemOf(woord);
        const near = los || (gezocht.length >= 7 && Math.abs(gezocht.length - woord.length) <= 3);
        return stam || (near && isLike(gezocht, woord)) ? [{ term, gezocht, stam }] : [];
      });
    known.set(key, found);
    return found;
  };
  return teksten.flatMap(({ id, nummer, titel, rest }) => {
    const inTitel = titel.split(' ');
    const inRest = rest.split(' ').filter((woord) => !inTitel.includes(woord));
    // "Beta Tech" is "betatech" too.
    const joints = inTitel.slice(1).flatMap((woord, index) => {
      const before = inTitel[index] ?? '';
      return before.length >= 3 && woord.length >= 3 ? [before + woord] : [];
    });
    const single = (of: readonly string[], van: boolean, los: boolean) =>
      [...new Set(of)].flatMap((woord) =>
        likeWord(woord, los).map((like) => ({ ...like, id, nummer, woord, titel: van })),
      );
    const whole = phrases.flatMap(({ term, gezocht }) => {
      const said = stemmed(gezocht);
      const all = said.trim().split(' ');
      // "hun baan hebben verloren" is "baan verloren".
      const van = all.every((stam) => stemmed(titel).includes(` ${stam} `));
      return van || stemmed(rest).includes(said)
        ? [{ term, gezocht, id, nummer, woord: gezocht, stam: true, titel: van }]
        : [];
    });
    return [
      ...single(inTitel, true, true),
      ...single(joints, true, false),
      ...single(inRest, false, true),
      ...whole,
    ];
  });
}

/** Whether there is anything in it to look closer at. */
const isLike = (gezocht: string, woord: string): boolean =>
  likeness(gezocht, woord, false) > 0 || (woord.length >= 4 && gezocht.includes(woord));
