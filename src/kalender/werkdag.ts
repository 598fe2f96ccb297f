import Holidays from 'date-holidays';

/** Where all of Doebot's clock times hold. */
export const ZONE = 'Europe/Amsterdam';

/** From the day `van` up to and including the day `tot`. */
export type Dagen = { van: Temporal.PlainDate; tot: Temporal.PlainDate };

export const isIn = (date: Temporal.PlainDate, { van, tot }: Dagen): boolean =>
  Temporal.PlainDate.compare(van, date) <= 0 && Temporal.PlainDate.compare(date, tot) <= 0;

const holidays = new Holidays('NL', { timezone: ZONE, types: ['public'] });
const perYear = new Map<number, Set<string>>();

/** Official holidays of that year, as ISO dates. Bevrijdingsdag is a day off once in five years (2025, 2030, …). */
function feestdagen(year: number): Set<string> {
  const known = perYear.get(year);
  if (known) return known;
  const dates = new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 10)));
  if (year % 5 === 0) dates.add(`${year}-05-05`);
  perYear.set(year, dates);
  return dates;
}

/** `vrij`: times off that do not count either, such as a school recess. */
export function isWerkdag(date: Temporal.PlainDate, vrij: readonly Dagen[] = []): boolean {
  return (
    date.dayOfWeek <= 5 &&
    !feestdagen(date.year).has(date.toString()) &&
    !vrij.some((dagen) => isIn(date, dagen))
  );
}

/** The working day that lies `count` working days after `date` (before it, if negative); 0: itself or the next. */
export function plusWerkdagen(
  date: Temporal.PlainDate,
  count: number,
  vrij: readonly Dagen[] = [],
): Temporal.PlainDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  while (count === 0 && !isWerkdag(day, vrij)) day = day.add({ days: 1 });
  for (let left = Math.abs(count); left > 0; ) {
    day = day.add({ days: step });
    if (isWerkdag(day, vrij)) left -= 1;
  }
  return day;
}
