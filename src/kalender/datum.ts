import { Refusal } from '../refusal.ts';
import { type Gelezen, type Richting, readDag } from './dag.ts';
import { DAGEN, datumText } from './maand.ts';
import { ZONE } from './werkdag.ts';

/** That moment on the clock of Europe/Amsterdam. */
export const toLocal = (at: Temporal.Instant): Temporal.ZonedDateTime => at.toZonedDateTimeISO(ZONE);

/** Local time of day, "HH:MM", on that day, in Europe/Amsterdam. */
export function atLocalTime(date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant();
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

const TIME = /(?:\s*,?\s+(?:om\s+)?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})(?:\s*uur)?|\s*uur))?$/;

/**
 * Reads a day, with or without a time: "2027-01-14", "14-1", "14 januari (2027)", "donderdag 14 januari",
 * "volgende week dinsdag", "eind Q3", "over twee weken", …; then "10:00" or "om 10 uur". Without a year: the first one
 * from `today` on. Gives undefined for what is no date, "31 februari" too.
 */
export function parseMoment(text: string, today: Temporal.PlainDate): Moment | undefined {
  const read = readMoment(text, today, 'vooruit');
  return read && 'date' in read ? read : undefined;
}

/** Reads a day like `parseMoment`, in either direction. Refuses an impossible date and what is no date, by name. */
export function requireMoment(text: string, today: Temporal.PlainDate, richting: Richting): Moment {
  const read = readMoment(text, today, richting);
  if (read && 'date' in read) return read;
  if (read) throw new Refusal(`${read.onmogelijk}. Kies een andere datum.`);
  const example =
    richting === 'vooruit' ? VOORUIT : '«1 oktober», «vorige week maandag» of «3 weken geleden»';
  const asked =
    text.trim() === '' ? 'Welke dag bedoel je?' : `Ik begrijp de datum «${text.trim().slice(0, 80)}» niet.`;
  throw new Refusal(`${asked} Schrijf bijvoorbeeld ${example}.`);
}

const VOORUIT = '«14 januari 2027», «volgende week dinsdag» of «14-1-2027 10:00»';

function readMoment(
  text: string,
  today: Temporal.PlainDate,
  richting: Richting,
): Moment | Exclude<Gelezen, { date: unknown }> | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(\d{4}-\d{2}-\d{2})t/, '$1 ');
  const time = TIME.exec(words);
  const { hour, minute = '00' } = time?.groups ?? {};
  const read = readDag(words.slice(0, time?.index ?? words.length).trim(), today, richting);
  if (!read || 'onmogelijk' in read) return read;
  if (hour === undefined) return { date: read.date, time: undefined };
  if (Number(hour) > 23 || Number(minute) > 59) return { onmogelijk: `${hour}:${minute} uur bestaat niet` };
  return { date: read.date, time: `${hour.padStart(2, '0')}:${minute}` };
}

export const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b;
