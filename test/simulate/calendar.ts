/**
 * The calendar of the Netherlands, worked out again from the rules alone and sharing nothing with src/kalender: moments
 * are milliseconds since 1970, days are counted from 1 January 1970, times of day are minutes.
 */
const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

const dayNumber = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / DAY;
const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear();

/** 1 is Monday. The first of January 1970 was a Thursday. */
export const weekday = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;

/** Clocks go forward and back at 01:00 UTC on the last Sunday of March and of October. */
function lastSunday(year: number, month: number) {
  const last = dayNumber(year, month, 31);
  return last - (weekday(last) % 7);
}

const summers = new Map<number, [number, number]>();

function offset(at: number): number {
  const year = new Date(at).getUTCFullYear();
  const known = summers.get(year);
  const [from, to] = known ?? [lastSunday(year, 3) * DAY + HOUR, lastSunday(year, 10) * DAY + HOUR];
  if (!known) summers.set(year, [from, to]);
  return at >= from && at < to ? 2 * HOUR : HOUR;
}

export const dayOf = (at: number) => Math.floor((at + offset(at)) / DAY);

/** That time of day on that day; times in the hour that is skipped or doubled do not come up. */
export function momentOn(day: number, minute: number): number {
  const local = day * DAY + minute * MINUTE;
  return local - offset(local - offset(local));
}

/** The time of day of that moment; from noon, which every day has once. */
export const minuteOf = (at: number) => 12 * 60 + Math.floor((at - momentOn(dayOf(at), 12 * 60)) / MINUTE);

/** "09:30" as minutes. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const isoDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
export const dayFrom = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** Easter Sunday by the anonymous Gregorian rule. */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}

const holidays = new Map<number, Set<number>>();

function holidaysOf(year: number): Set<number> {
  const known = holidays.get(year);
  if (known) return known;
  const paas = easter(year);
  const king = dayNumber(year, 4, 27);
  const days = new Set([
    dayNumber(year, 1, 1),
    paas,
    paas + 1,
    weekday(king) === 7 ? king - 1 : king,
    paas + 39,
    paas + 49,
    paas + 50,
    dayNumber(year, 12, 25),
    dayNumber(year, 12, 26),
    ...(year % 5 === 0 ? [dayNumber(year, 5, 5)] : []),
  ]);
  holidays.set(year, days);
  return days;
}

/** From the day `van` up to and including `tot`. */
export type Days = { van: number; tot: number };

export const within = (day: number, { van, tot }: Days) => van <= day && day <= tot;

export const isWorkday = (day: number, off: readonly Days[] = []) =>
  weekday(day) <= 5 && !holidaysOf(yearOf(day)).has(day) && !off.some((days) => within(day, days));

/** So many working days further on, or back. */
export function workdaysFrom(day: number, count: number, off: readonly Days[] = []): number {
  let [at, left] = [day, Math.abs(count)];
  if (count === 0) while (!isWorkday(at, off)) at += 1;
  while (left > 0) {
    at += Math.sign(count);
    if (isWorkday(at, off)) left -= 1;
  }
  return at;
}
