import { DATUM_BEGIN } from '../kalender/dag.ts';
import { dagText, parseMoment, requireMoment } from '../kalender/datum.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { Refusal } from '../refusal.ts';

/** What somebody typed: who is away (nobody named: themselves), when, and who stands in. */
export type Getypt = {
  wie?: string | undefined;
  /** Absent: from today on, or as it was said before. */
  van?: string | undefined;
  tot: string;
  /** The day named is the first one back. */
  tussen: boolean;
  vervanger?: string | undefined;
};

const VERVANGER = [
  /^(?<periode>.*?)[,;.]?(?: (?:en|met))?(?: (?:mijn|als|een))? vervang(?:er|ster|ing)(?: is| wordt| door)?:? (?<vervanger>.+)$/is,
  /^(?<periode>.*?)[,;.]? (?:en )?(?<vervanger>[^,;]{2,100}?) vervangt (?:mij|me|hem|haar)$/is,
  /^(?<periode>.*?)[,;.]? (?<vervanger>zonder) vervang(?:er|ster|ing)$/is,
];
const DATUM = `(?=\\d|(?:${DATUM_BEGIN})\\b)`;
const PERIODE = new RegExp(
  `^(?:(?!(?:van|vanaf|t/m|tm|tot) )(?<wie>.+?),? )?(?:van(?:af)? ${DATUM}(?<van>.+?) )?(?:t/m|t\\.?e\\.?m\\.?|tm|tot en met|(?<tussen>tot)) (?<tot>.+)$`,
  'is',
);
const STREEP = new RegExp(`^(?:(?<wie>.+?),? )?(?:van )?${DATUM}(?<van>[^–]+?) (?:-|–) (?<tot>.+)$`, 'is');

/** Reads "van 21 december t/m 9 januari, vervanger Fatima" and the like; undefined where no day is named. */
export function readAfwezig(words: string, today: Temporal.PlainDate): Getypt | undefined {
  const typed = words.replace(/[.!?]+$/, '').trim();
  const { periode = typed, vervanger } =
    VERVANGER.map((pattern) => pattern.exec(typed)?.groups).find(Boolean) ?? {};
  const plain = periode.replace(/[,;]$/, '').trim();
  const { wie, van, tot, tussen } = PERIODE.exec(plain)?.groups ?? STREEP.exec(plain)?.groups ?? {};
  if (tot !== undefined) {
    // "Fatima morgen t/m vrijdag": the first day stands behind the name.
    const first = wie !== undefined && van === undefined ? splitDay(wie, today) : undefined;
    const who = first ? { wie: first.wie, van: first.dag } : { wie, van };
    return { ...who, tot, tussen: tussen !== undefined, vervanger };
  }
  const one = splitDay(plain, today);
  return one && { wie: one.wie, van: one.dag, tot: one.dag, tussen: false, vervanger };
}

/** "Fatima morgen": the longest end that is a day, and who stands before it. */
function splitDay(words: string, today: Temporal.PlainDate) {
  const parts = words.split(' ');
  for (let from = 0; from < parts.length; from += 1) {
    const dag = parts.slice(from).join(' ');
    if (parseMoment(dag, today)) return { wie: parts.slice(0, from).join(' ') || undefined, dag };
  }
  return undefined;
}

/** A year and a bit ahead is a typing mistake for a day of last month. */
const RECENT = 31;
const FAR = 300;
/** The longest absence, in days. */
const MAX = 366;

/** The day that is meant: without a year one of the last weeks rather than one of next year. */
function readNear(words: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const ahead = requireMoment(words, today, 'vooruit').date;
  if (today.until(ahead).days < FAR) return ahead;
  const back = requireMoment(words, today, 'terug').date;
  return back.until(today).days <= RECENT ? back : ahead;
}

/** Without a year or a week: the first one after the day it begins. */
function readLast(words: string, from: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const near = readNear(words, today);
  if (!isBefore(near, from)) return near;
  const after = requireMoment(words, from, 'vooruit').date;
  return isBefore(after, from) || from.until(after).days > FAR ? near : after;
}

/** The days that are meant; `van` undefined: none was named. Refuses what cannot be, and says what to do. */
export function dagenVan(
  { van, tot, tussen }: Pick<Getypt, 'van' | 'tot' | 'tussen'>,
  today: Temporal.PlainDate,
): { van: Temporal.PlainDate | undefined; tot: Temporal.PlainDate } {
  const from = van === undefined || van.trim() === '' ? undefined : readNear(van, today);
  const last = from && tot === van ? from : readLast(tot, from ?? today, today);
  const end = tussen ? last.subtract({ days: 1 }) : last;
  const begin = from ?? today;
  if (isBefore(end, today)) {
    throw new Refusal(`${dagText(end)} is al geweest. Kies een laatste dag vanaf vandaag.`);
  }
  if (isBefore(end, begin)) {
    throw new Refusal(
      `De laatste dag (${dagText(end)}) ligt voor de eerste (${dagText(begin)}). Draai ze om, of kies andere dagen.`,
    );
  }
  if (begin.until(end).days > MAX) {
    throw new Refusal(
      `Van ${dagText(begin)} t/m ${dagText(end)} is langer dan een jaar. Kies een eerdere laatste dag, of vraag de secretaris om je werk over te dragen.`,
    );
  }
  return { van: from, tot: end };
}

export const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) < 0;

export const overlapt = (a: Dagen, b: Dagen): boolean => !isBefore(a.tot, b.van) && !isBefore(b.tot, a.van);

/** "t/m zaterdag 9 januari 2027" once it has begun, else "van … t/m …"; "op …" for a single day to come. */
export function dagenText({ van, tot }: Dagen, today: Temporal.PlainDate): string {
  if (!isBefore(today, van)) return van.equals(tot) ? 'vandaag' : `t/m ${dagText(tot)}`;
  return van.equals(tot) ? `op ${dagText(van)}` : `van ${dagText(van)} t/m ${dagText(tot)}`;
}

/** An absence as it was said before. */
type Eerder = Dagen & { vervangerId: number | null };

/** What is said now about days of which something was said before. `vervangerId` undefined: nothing was said of it. */
type Nu = {
  van: Temporal.PlainDate | undefined;
  tot: Temporal.PlainDate;
  vervangerId: number | null | undefined;
};

/** How it is from now on. `samen`: joined with what was said before, instead of in its place. */
export type Samen<E extends Eerder> = Eerder & { oud: E[]; samen: boolean };

/**
 * What holds after this was said too. Without a first day it is the absence of now that ends on another day; with
 * one, days that partly fall together become one absence, and days within what was said before replace it. The
 * vervanger stays who it was, unless another one is named.
 */
export function voeg<E extends Eerder>(nu: Nu, known: readonly E[], today: Temporal.PlainDate): Samen<E> {
  const said: Dagen = { van: nu.van ?? today, tot: nu.tot };
  const oud = known.filter((one) => overlapt(one, said));
  const vervangerId = nu.vervangerId === undefined ? (oud[0]?.vervangerId ?? null) : nu.vervangerId;
  const [first] = oud;
  if (!first) return { ...said, vervangerId, oud, samen: false };
  const begin = oud.map(({ van }) => van).reduce(earliest);
  if (nu.van === undefined) {
    return { van: earliest(begin, said.van), tot: said.tot, vervangerId, oud, samen: false };
  }
  const within = oud.some(({ van, tot }) => !isBefore(said.van, van) && !isBefore(tot, said.tot));
  if (within) return { ...said, vervangerId, oud, samen: false };
  const end = oud.map(({ tot }) => tot).reduce(latest);
  return { van: earliest(begin, said.van), tot: latest(end, said.tot), vervangerId, oud, samen: true };
}

const earliest = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (isBefore(a, b) ? a : b);
const latest = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (isBefore(a, b) ? b : a);
