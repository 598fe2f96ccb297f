import type { Gelezen, Richting } from './dag.ts';

const MAANDEN =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
export const DAGEN = 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' ');

/** "14 januari 2027". */
export function datumText(date: Temporal.PlainDate): string {
  return `${date.day} ${MAANDEN[date.month - 1]} ${date.year}`;
}

/** "januari 2027". */
export const maandText = ({ year, month }: Temporal.PlainYearMonth): string =>
  `${MAANDEN[month - 1]} ${year}`;

/** 1 for "januari" and "jan", 3 for "mrt" too; 0 for what is no month. */
export function maandOf(word: string): number {
  const name = word
    .replace(/\.$/, '')
    .replace(/^mrt$/, 'maart')
    .replace(/^sept$/, 'sep');
  return MAANDEN.findIndex((maand) => maand === name || (name.length === 3 && maand.startsWith(name))) + 1;
}

const ISO = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
const DUTCH = /^(?<day>\d{1,2})(?<mark>[-/])(?<month>\d{1,2})(?:\k<mark>(?<year>\d{4}|\d{2}))?$/;

/** "2026-12-01", "1-12-2026", "1/12". */
export function readNumeric(words: string, today: Temporal.PlainDate, richting: Richting) {
  const parts = (ISO.exec(words) ?? DUTCH.exec(words))?.groups;
  if (!parts) return undefined;
  const [day, month] = [Number(parts['day']), Number(parts['month'])];
  const date = dateOf({ day, month, year: yearOf(parts['year']) }, today, richting);
  return date ?? notThere(words);
}

const NAMED = /^(?:(?<weekday>\p{L}+) )?(?<day>\d{1,2}) (?<month>\p{L}+\.?)(?: (?<year>\d{4}|\d{2}))?$/u;

/** "1 december", "1 dec 2026", "dinsdag 1 december". */
export function readNamed(
  words: string,
  today: Temporal.PlainDate,
  richting: Richting,
): Gelezen | Temporal.PlainDate | undefined {
  const named = NAMED.exec(words)?.groups;
  const month = maandOf(named?.['month'] ?? '');
  if (!named || month === 0) return undefined;
  const weekday = DAGEN.find((dag) => dag.startsWith(named['weekday'] ?? ''));
  if (!weekday) return undefined;
  const date = dateOf({ day: Number(named['day']), month, year: yearOf(named['year']) }, today, richting);
  if (!date) return notThere(words);
  const falls = DAGEN[date.dayOfWeek - 1];
  if (!named['weekday'] || falls === weekday) return date;
  return { onmogelijk: `${datumText(date)} is een ${falls}, geen ${weekday}` };
}

const notThere = (words: string): Gelezen => ({ onmogelijk: `${words} bestaat niet` });

const yearOf = (typed: string | undefined): number | undefined =>
  typed === undefined ? undefined : Number(typed) + (typed.length === 2 ? 2000 : 0);

/** Undefined if there is no such day: in that year, or without a year in any. */
function dateOf(
  { day, month, year }: { day: number; month: number; year: number | undefined },
  today: Temporal.PlainDate,
  richting: Richting,
): Temporal.PlainDate | undefined {
  const years = year === undefined ? yearsAround(today) : [year];
  const dates = years.flatMap((each) => plainDate(each, month, day) ?? []);
  return year === undefined ? nearest(dates, today, richting) : dates[0];
}

/** From 29 February to the next can take eight years. */
export const yearsAround = ({ year }: Temporal.PlainDate): number[] =>
  Array.from({ length: 17 }, (_, index) => year - 8 + index);

/** Of days in order, the first from `today` on, or the last before it. */
export function nearest(
  dates: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
  richting: Richting,
): Temporal.PlainDate | undefined {
  const isPast = (date: Temporal.PlainDate) => Temporal.PlainDate.compare(date, today) < 0;
  return richting === 'terug' ? dates.findLast(isPast) : dates.find((date) => !isPast(date));
}

function plainDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
