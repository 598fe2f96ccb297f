import { atLocalTime, tijdText, toLocal } from '../kalender/datum.ts';
import { datumText, maandText } from '../kalender/maand.ts';

/** How often an overleg meets. */
export const RITMES = { kwartaal: 'elk kwartaal', maand: 'elke maand', data: 'op losse data' } as const;

export type Ritme = keyof typeof RITMES;

/** What the record says; an overleg of which something else was written there has no rhythm to plan by. */
export const ritmeOf = (frequentie: string): Ritme =>
  frequentie === 'kwartaal' || frequentie === 'maand' ? frequentie : 'data';

/** When an overleg meets: the second Monday of the first month of the quarter, at ten. */
export type Patroon = {
  /** Month of the quarter, from 0. */
  maand: number;
  /** Which of that weekday in the month, from 1. */
  week: number;
  /** Day of the week, 1 is Monday. */
  dag: number;
  /** "HH:MM" in Europe/Amsterdam. */
  tijd: string;
};

/** Of an overleg that has never met. */
const GEWOON: Patroon = { maand: 0, week: 2, dag: 4, tijd: '10:00' };

/** As it was, or will be, that time. */
export function patroonOf(begin: Temporal.Instant | undefined): Patroon {
  if (!begin) return GEWOON;
  const { day, month, dayOfWeek } = toLocal(begin);
  return { maand: (month - 1) % 3, week: Math.ceil(day / 7), dag: dayOfWeek, tijd: tijdText(begin) };
}

/** Why there can be no vergadering on a day; undefined: there can. */
export type Bezwaar = (date: Temporal.PlainDate) => string | undefined;

export type Plan = {
  ritme: 'kwartaal' | 'maand';
  patroon: Patroon;
  /** The first month to plan in, and the last. */
  van: Temporal.PlainYearMonth;
  tot: Temporal.PlainYearMonth;
  /** When it meets already. */
  gepland: readonly Temporal.PlainDate[];
  bezwaar: Bezwaar;
};

/** What is proposed: the moments, and what there is to say about them and about months without one. */
export type Jaarplan = { momenten: Temporal.Instant[]; opmerkingen: string[] };

/** A date for every month of the rhythm in which it does not meet yet. A month without a good day gets none. */
export function proposeDates(plan: Plan): Jaarplan {
  const { ritme, patroon, gepland } = plan;
  const momenten: Temporal.Instant[] = [];
  const opmerkingen: string[] = [];
  for (const maand of monthsOf(plan)) {
    const there = gepland.find((date) => periodOf(date, ritme) === periodOf(maand, ritme));
    if (there) {
      opmerkingen.push(
        `Op ${datumText(there)} staat er al een. Voor ${ritmeText(maand, ritme)} komt er geen bij.`,
      );
      continue;
    }
    const target = nthWeekday(maand, patroon);
    const date = candidates(maand, target).find((day) => plan.bezwaar(day) === undefined);
    const why = plan.bezwaar(target);
    if (!date) opmerkingen.push(`In ${maandText(maand)} is geen goede dag. ${datumText(target)} ${why}.`);
    else if (!date.equals(target))
      opmerkingen.push(`${datumText(target)} ${why}. Daarom ${datumText(date)}.`);
    if (date) momenten.push(atLocalTime(date, patroon.tijd));
  }
  return { momenten, opmerkingen };
}

function monthsOf({ ritme, patroon, van, tot }: Plan): Temporal.PlainYearMonth[] {
  const count = van.until(tot, { largestUnit: 'months' }).months + 1;
  const all = Array.from({ length: Math.max(count, 0) }, (_, index) => van.add({ months: index }));
  return ritme === 'maand' ? all : all.filter(({ month }) => (month - 1) % 3 === patroon.maand);
}

/** The month or the quarter that a day or month is in, counted from the year 0. */
const periodOf = ({ year, month }: { year: number; month: number }, ritme: Plan['ritme']): number =>
  Math.floor((year * 12 + month - 1) / (ritme === 'maand' ? 1 : 3));

const ritmeText = (maand: Temporal.PlainYearMonth, ritme: Plan['ritme']): string =>
  ritme === 'maand' ? maandText(maand) : `kwartaal ${Math.ceil(maand.month / 3)} van ${maand.year}`;

/** The week's number of that weekday; where the month has no fifth one, its last. */
function nthWeekday(maand: Temporal.PlainYearMonth, { week, dag }: Patroon): Temporal.PlainDate {
  const days = daysOf(maand).filter(({ dayOfWeek }) => dayOfWeek === dag);
  return days[Math.min(week, days.length) - 1] ?? maand.toPlainDate({ day: 1 });
}

const daysOf = (maand: Temporal.PlainYearMonth): Temporal.PlainDate[] =>
  Array.from({ length: maand.daysInMonth }, (_, index) => maand.toPlainDate({ day: index + 1 }));

/** The days of the month, the best first: the weekday that people are used to, then what lies near. */
function candidates(maand: Temporal.PlainYearMonth, target: Temporal.PlainDate): Temporal.PlainDate[] {
  const distance = ({ day, dayOfWeek }: Temporal.PlainDate) =>
    Math.abs(day - target.day) + (dayOfWeek === target.dayOfWeek ? 0 : 100);
  return daysOf(maand).toSorted((a, b) => distance(a) - distance(b) || a.day - b.day);
}
