import { likeness, type Match, type Term } from './gelijkenis.ts';
import { isGewoon } from './gewoon.ts';

export type Ranked = {
  id: number;
  nummer: number;
  dekking: number;
  bewijs: number;
  alles: boolean;
  /** The words that it has. */
  gevonden: string[];
};

/** A word outside the titel (doelgroep, thema, trekker) tells less about which actie is meant. */
const BUITEN_TITEL = 0.5;

/** A synoniem is a little less than the word itself, and is not mistyped much as well. */
const ANDERS_GEZEGD = 0.9;
const SYNONIEM = 0.75;

/** How well a term is found in one actie. */
function strength(term: Term, matches: readonly Match[]): number {
  const whole = matches.map(({ gezocht, woord, stam, titel }) => {
    const like = likeness(gezocht, woord, stam);
    // What is only said differently has to be found for sure.
    const sure = term.vormen?.includes(gezocht) ? GEVONDEN : SYNONIEM;
    const said = gezocht === term.woord ? 1 : like < sure ? 0 : ANDERS_GEZEGD;
    return like * said * (titel ? 1 : BUITEN_TITEL);
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

/** From which strength a term counts as found, in the titel or anywhere. */
const GEVONDEN = 0.6;
const ERGENS = 0.4;

/** How much a word of any text weighs beside one that has a subject: where the agenda has it, and where it has not. */
const GEWOON = 0.35;
const GEWOON_ONBEKEND = 0.05;

/** How many words like it an agenda must lack before a word that it lacks is taken to say that something else is meant. */
const ONBEKEND = 0.5;

/** What a term weighs: the more the fewer acties have it, most if none has, and little if it is in any text. */
function weightOf(term: Term, having: number, of: number): number {
  if (isLight(term)) return having === 0 ? GEWOON_ONBEKEND : GEWOON * Math.log(1 + of / having);
  return Math.log(1 + of / (having || ONBEKEND));
}

const isLight = ({ woord }: Term): boolean => isGewoon(woord);

/**
 * The acties that have some of the terms, best first. `dekking`: how much of what was asked it has, from 0 to 1, where a
 * word that few acties have weighs more and one that none has weighs most. `bewijs`: how many words that say something its
 * titel has. `of`: how many acties there are.
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
  const weights = terms.map((term, index) => {
    const having = scores.filter(({ per }) => (per[index] ?? 0) >= ERGENS).length;
    return weightOf(term, having, of);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const heavy = terms.map((term) => !isLight(term));
  const counts = heavy.some(Boolean) ? heavy : heavy.map(() => true);
  return scores
    .map(({ id, nummer, per }) => ({
      id,
      nummer,
      dekking: per.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / (total || 1),
      bewijs: per.filter((value, index) => heavy[index] && value >= GEVONDEN).length,
      gevonden: terms.flatMap(({ woord }, index) => ((per[index] ?? 0) >= ERGENS ? [woord] : [])),
      alles: per.every((value, index) => !counts[index] || value >= GEVONDEN),
    }))
    .sort((a, b) => b.dekking - a.dekking || a.nummer - b.nummer);
}

/** From which share nobody wonders why it is this actie. */
const VANZELF = 0.75;

export const isObvious = ({ dekking }: Ranked): boolean => dekking >= VANZELF;

export type Verdict =
  | { kind: 'one'; best: Ranked }
  | { kind: 'doubt'; choices: Ranked[] }
  | { kind: 'none'; nearest: Ranked[] };

/**
 * Enough of what was asked to answer, by how many words of it the titel has: one word may be there by chance, three
 * together hardly. `keuze`: enough to offer.
 */
const GENOEG = [
  { bewijs: 4, antwoord: 0.35, keuze: 0.25 },
  { bewijs: 3, antwoord: 0.4, keuze: 0.3 },
  { bewijs: 2, antwoord: 0.5, keuze: 0.4 },
  { bewijs: 1, antwoord: 0.6, keuze: 0.5 },
];
const NOOIT = { antwoord: Number.POSITIVE_INFINITY, keuze: 0.5 };

const enough = ({ bewijs }: Ranked) => GENOEG.find((row) => bewijs >= row.bewijs) ?? NOOIT;

/** What the next one may have of what the best has. */
const VOORSPRONG = 0.88;

/** From which part of the best another one may be meant as well. */
const NABIJ = 0.6;

/** One clear winner, several to choose from, or nothing that fits. */
export function verdict(ranked: readonly Ranked[]): Verdict {
  const [best, second] = ranked;
  if (!best || best.dekking < enough(best).keuze)
    return { kind: 'none', nearest: ranked.filter(({ dekking }) => dekking >= 0.1).slice(0, 4) };
  const next = second?.dekking ?? 0;
  const clear = best.dekking >= enough(best).antwoord && next <= best.dekking * VOORSPRONG;
  // With a word that says something and nothing near it, there is nothing to choose from.
  const alone = best.bewijs >= 1 && next < best.dekking * NABIJ;
  if (clear || alone) return { kind: 'one', best };
  return {
    kind: 'doubt',
    choices: ranked.filter(({ dekking }) => dekking >= best.dekking * NABIJ).slice(0, 5),
  };
}
