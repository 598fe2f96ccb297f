import { distance, isWeak, typosIn } from './woord.ts';

/** What is searched for: a word with the other ways to say it, in plain words. */
export type Term = { woord: string; ook: string[] };

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

export type Ranked = { id: number; nummer: number; dekking: number; alles: boolean };

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
  if (typos <= max) return 0.9 - 0.1 * typos;
  return gezocht.slice(0, 6) === woord.slice(0, 6) && short.length >= 6 ? VERWANT : 0;
}

/** A word outside the titel (doelgroep, thema, trekker) tells less about which actie is meant. */
const BUITEN_TITEL = 0.5;

/** How well a term is found in one actie. */
function strength(term: Term, matches: readonly Match[]): number {
  const whole = matches.map(({ gezocht, woord, stam, titel }) => {
    return likeness(gezocht, woord, stam) * (titel ? 1 : BUITEN_TITEL);
  });
  // "harrietraining" is "HARRIE-training", "betatech" is "Beta Tech".
  const parts = matches.filter(
    ({ gezocht, woord, titel }) =>
      titel && gezocht === term.woord && woord.length >= 4 && gezocht.includes(woord),
  );
  const letters = [...new Set(parts.map(({ woord }) => woord))].reduce((sum, woord) => sum + woord.length, 0);
  const covered = letters / term.woord.length;
  return Math.max(0, ...whole, covered >= 0.6 ? Math.min(0.95, covered) : 0);
}

/** From which strength a term counts as found. */
const GEVONDEN = 0.6;

/**
 * The acties that have some of the terms, best first. `dekking`: how much of what was asked it has, from 0 to 1, where a word that few acties have
 * weighs more and one that none has weighs most. `of`: how many acties there are.
 */
export function rank(terms: readonly Term[], matches: readonly Match[], of: number): Ranked[] {
  const perActie = Map.groupBy(matches, ({ id }) => id);
  const scores = [...perActie].map(([id, found]) => ({
    id,
    nummer: found[0]?.nummer ?? 0,
    per: terms.map((term, index) =>
      strength(
        term,
        found.filter((match) => match.term === index),
      ),
    ),
  }));
  const weights = terms.map((_, index) => {
    const having = scores.filter(({ per }) => (per[index] ?? 0) >= GEVONDEN).length;
    return Math.log(1 + of / (having || 0.5));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return scores
    .map(({ id, nummer, per }) => ({
      id,
      nummer,
      dekking: per.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / (total || 1),
      alles: per.every((value) => value >= GEVONDEN),
    }))
    .sort((a, b) => b.dekking - a.dekking || a.nummer - b.nummer);
}

export type Verdict =
  | { kind: 'one'; best: Ranked }
  | { kind: 'doubt'; choices: Ranked[] }
  | { kind: 'none'; nearest: Ranked[] };

/** Enough of what was asked to answer, and to offer as a choice; how much better than the next one the best has to be. */
const GENOEG = 0.6;
const KEUZE = 0.5;
const VOORSPRONG = 0.1;

/** One clear winner, several to choose from, or nothing that fits. */
export function verdict(terms: readonly Term[], ranked: readonly Ranked[]): Verdict {
  const [best, second] = ranked;
  if (!best || best.dekking < KEUZE)
    return { kind: 'none', nearest: ranked.filter(({ dekking }) => dekking >= 0.1).slice(0, 4) };
  const meant = terms.length > 2 || terms.some(({ woord }) => !isWeak(woord));
  const clear = meant && best.dekking >= GENOEG && best.dekking - (second?.dekking ?? 0) >= VOORSPRONG;
  if (clear) return { kind: 'one', best };
  return {
    kind: 'doubt',
    choices: ranked.filter(({ dekking }) => dekking >= Math.max(KEUZE, best.dekking - 0.25)).slice(0, 5),
  };
}
