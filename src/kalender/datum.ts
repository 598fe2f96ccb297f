import { ZONE } from './werkdag.ts';

const MAANDEN =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const DAGEN = 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' ');

/** That moment on the clock of Europe/Amsterdam. */
export const toLocal = (at: Temporal.Instant): Temporal.ZonedDateTime => at.toZonedDateTimeISO(ZONE);

/** Local time of day, "HH:MM", on that day, in Europe/Amsterdam. */
export function atLocalTime(date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant();
}

/** "14 januari 2027". */
export function datumText(date: Temporal.PlainDate): string {
  return `${date.day} ${MAANDEN[date.month - 1]} ${date.year}`;
}

/** "donderdag 14 januari 2027". */
export function dagText(date: Temporal.PlainDate): string {
  return `${DAGEN[date.dayOfWeek - 1]} ${datumText(date)}`;
}

/** "09:00", in Europe/Amsterdam. */
export function tijdText(at: Temporal.Instant): string {
  return toLocal(at).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** "14 januari 2027, 09:00". */
export function momentText(at: Temporal.Instant): string {
  return `${datumText(toLocal(at).toPlainDate())}, ${tijdText(at)}`;
}

/** A day and perhaps a time of day, as typed. */
export type Moment = { date: Temporal.PlainDate; time: string | undefined };

const TIME = /(?:\s*,?\s+(?:om\s+)?(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:\s*uur)?)?$/;
const EENHEDEN: Record<string, 'days' | 'weeks' | 'months'> = {
  dag: 'days',
  dagen: 'days',
  week: 'weeks',
  weken: 'weeks',
  maand: 'months',
  maanden: 'months',
};

/**
 * Reads a day, with or without a time: "2027-01-14", "14-1-2027", "14 januari (2027)", "donderdag 14 januari",
 * "vandaag", "morgen", "+3 weken", "over 2 dagen"; then "10:00" or "om 10.00 uur". Without a year: the first one
 * from `today` on. Gives undefined for what is no date, "31 februari" too.
 */
export function parseMoment(text: string, today: Temporal.PlainDate): Moment | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(\d{4}-\d{2}-\d{2})t/, '$1 ');
  const time = TIME.exec(words);
  const { hour, minute } = time?.groups ?? {};
  if (hour !== undefined && (Number(hour) > 23 || Number(minute) > 59)) return undefined;
  const date = parseDatum(words.slice(0, time?.index ?? words.length).trim(), today);
  return date && { date, time: hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}` };
}

function parseDatum(words: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (words === 'vandaag') return today;
  if (words === 'morgen') return today.add({ days: 1 });
  if (words === 'overmorgen') return today.add({ days: 2 });
  const step = /^(?:\+|over )\s*(?<count>\d{1,4}) (?<unit>\p{L}+)$/u.exec(words)?.groups;
  const unit = EENHEDEN[step?.['unit'] ?? ''];
  if (step && unit) return today.add({ [unit]: Number(step['count']) });
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(words)?.groups;
  const dutch = /^(?<day>\d{1,2})[-/](?<month>\d{1,2})[-/](?<year>\d{4})$/.exec(words)?.groups;
  if (iso ?? dutch) return plainDate((iso ?? dutch) as Record<string, string>);
  return parseNamed(words, today);
}

function parseNamed(words: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const named = /^(?:(?<weekday>\p{L}+) )?(?<day>\d{1,2}) (?<month>\p{L}+)(?: (?<year>\d{4}))?$/u.exec(
    words,
  )?.groups;
  const name = named?.['month'] ?? '';
  const month =
    MAANDEN.findIndex((maand) => maand === name || (name.length === 3 && maand.startsWith(name))) + 1;
  if (!named || month === 0) return undefined;
  const weekday = named['weekday'];
  const years = named['year'] ? [Number(named['year'])] : [today.year, today.year + 1];
  const dates = years.flatMap((year) => plainDate({ year, month, day: named['day'] ?? '' }) ?? []);
  const date = dates.find(
    (day) => named['year'] !== undefined || Temporal.PlainDate.compare(day, today) >= 0,
  );
  const fits = !weekday || (date && DAGEN[date.dayOfWeek - 1]?.startsWith(weekday));
  return fits ? date : undefined;
}

function plainDate(parts: Record<string, string | number>): Temporal.PlainDate | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((name) => Number(parts[name]));
  try {
    return Temporal.PlainDate.from(
      { year: year ?? 0, month: month ?? 0, day: day ?? 0 },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}
