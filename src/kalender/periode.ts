import type { Richting } from './dag.ts';
import { maandOf, nearest, yearsAround } from './maand.ts';

type Deel = 'begin' | 'half' | 'eind';
/** The month a period begins in, counted from 0 at January of the year 0, and how many months it has. */
type Periode = { start: number; months: number };

const DEEL = '(?:(?<deel>begin|half|medio|eind|einde)(?: van)? )';
const JAAR = '(?:(?: van)? (?<jaar>\\d{4}))?';
const NAMED = new RegExp(`^${DEEL}?(?:de |het )?(?<naam>q[1-4]|\\p{L}+(?: kwartaal)?)${JAAR}$`, 'u');
const WELKE = 'de|het|deze|dit|volgende?|komende?|vorige?|afgelopen';
const SHIFTED = new RegExp(`^${DEEL}?(?<welke>${WELKE}) (?<eenheid>week|maand|kwartaal|jaar)$`);
const YEAR = new RegExp(`^${DEEL}(?<jaar>\\d{4})$`);
const RANG = ['eerste', 'tweede', 'derde', 'vierde'];

/**
 * "eind Q3", "begin oktober", "half maart 2027", "eind van de maand", "eind volgende week". Backward-looking also the
 * period itself, for the day it began: "oktober", "vorige maand", "dit jaar"; to plan on, that would be too vague.
 */
export function readPeriode(
  words: string,
  today: Temporal.PlainDate,
  richting: Richting,
): Temporal.PlainDate | undefined {
  const groups = [YEAR, SHIFTED, NAMED].map((pattern) => pattern.exec(words)?.groups).find(Boolean);
  if (!groups || (!groups['deel'] && richting === 'vooruit')) return undefined;
  const deel = deelOf(groups['deel']);
  if (groups['welke']) return readShifted(deel, groups['welke'], groups['eenheid'] ?? '', today, richting);
  return readFixed(deel, groups['naam'], groups['jaar'], today, richting);
}

function deelOf(word = 'begin'): Deel {
  if (word === 'begin') return 'begin';
  return word.startsWith('eind') ? 'eind' : 'half';
}

function readFixed(
  deel: Deel,
  naam: string | undefined,
  jaar: string | undefined,
  today: Temporal.PlainDate,
  richting: Richting,
) {
  const of = naam === undefined ? { start: 0, months: 12 } : inYear(naam);
  if (!of) return undefined;
  const years = jaar ? [Number(jaar)] : yearsAround(today);
  const dates = years.map((year) => dayIn(deel, { ...of, start: of.start + 12 * year }));
  return jaar ? dates[0] : nearest(dates, today, richting);
}

function inYear(naam: string): Periode | undefined {
  const rang = RANG.indexOf(naam.replace(/ kwartaal$/, ''));
  const kwartaal = /^q\d$/.test(naam) ? Number(naam[1]) : naam.endsWith(' kwartaal') ? rang + 1 : 0;
  if (kwartaal > 0) return { start: (kwartaal - 1) * 3, months: 3 };
  const maand = maandOf(naam);
  return maand > 0 ? { start: maand - 1, months: 1 } : undefined;
}

const MAANDEN_IN: Record<string, number> = { maand: 1, kwartaal: 3, jaar: 12 };

/** "de maand" is the one whose begin or end is nearest; "deze", "volgende" and "vorige" count from this one. */
function readShifted(
  deel: Deel,
  welke: string,
  eenheid: string,
  today: Temporal.PlainDate,
  richting: Richting,
) {
  const at = (shift: number) => {
    if (eenheid === 'week') return dayInWeek(deel, today.add({ weeks: shift }));
    const months = MAANDEN_IN[eenheid] ?? 1;
    const now = Math.floor((today.year * 12 + today.month - 1) / months) * months;
    return dayIn(deel, { start: now + shift * months, months });
  };
  if (/^(?:de|het)$/.test(welke)) return nearest([at(-1), at(0), at(1)], today, richting);
  return at(/^(?:volg|kom)/.test(welke) ? 1 : /^(?:vor|afg)/.test(welke) ? -1 : 0);
}

/** The first day; the last; of a month the 15th, of something longer the first day of its second half. */
function dayIn(deel: Deel, { start, months }: Periode): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year: 0, month: 1, day: 1 }).add({ months: start });
  if (deel === 'begin') return first;
  if (deel === 'eind') return first.add({ months }).subtract({ days: 1 });
  const half = first.add({ months: Math.floor(months / 2) });
  return months % 2 === 1 ? half.with({ day: 15 }) : half;
}

/** Of a working week. */
function dayInWeek(deel: Deel, day: Temporal.PlainDate): Temporal.PlainDate {
  const target = { begin: 1, half: 3, eind: 5 }[deel];
  return day.add({ days: target - day.dayOfWeek });
}
