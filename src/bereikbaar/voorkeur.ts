import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { type Dagen, isWerkdag } from '../kalender/werkdag.ts';

/** When somebody wants to be written to. */
export type Voorkeur = {
  /** Days of the week, 1 is Monday. */
  dagen: readonly number[];
  /** From what time of day, "HH:MM" in Europe/Amsterdam; null: the time of what is sent. */
  tijd: string | null;
  /** Nothing but the aanlevertermijn. */
  alleenTermijn: boolean;
};

/** Of who said nothing else. */
export const GEWOON: Voorkeur = { dagen: [1, 2, 3, 4, 5], tijd: null, alleenTermijn: false };

const OPEN = '09:00';
const CLOSED = '17:00';
/** When it is sent on a day whose hours are over at the time of what is sent. */
const LAST = '16:00';

/** Who wants it early or late is written to from then on, and until an hour after if that is later. */
function hoursOf({ tijd }: Voorkeur) {
  const from = tijd ?? OPEN;
  const hour = Temporal.PlainTime.from(from).add({ hours: 1 }).toString({ smallestUnit: 'minute' });
  return { open: from, closed: hour > CLOSED ? hour : CLOSED };
}

type Grenzen = {
  /** From then on it is of no use. */
  uiterlijk: Temporal.Instant;
  /** Times off, in which nothing is sent. */
  vrij: readonly Dagen[];
};

/**
 * The first moment from `now` on at which somebody may be written to: on one of their working days, within their hours.
 * Where that would be too late, on any working day from 09:00 until 17:00.
 */
export function binnenUren(
  now: Temporal.Instant,
  voorkeur: Voorkeur,
  { uiterlijk, vrij }: Grenzen,
): Temporal.Instant {
  const own = first(now, voorkeur, vrij);
  return own && Temporal.Instant.compare(own, uiterlijk) < 0 ? own : (first(now, GEWOON, []) ?? now);
}

/** As far ahead as is looked: longer than the longest time off. */
const HORIZON = 100;

function first(now: Temporal.Instant, voorkeur: Voorkeur, vrij: readonly Dagen[]) {
  const { open, closed } = hoursOf(voorkeur);
  const today = toLocal(now).toPlainDate();
  for (let days = 0; days < HORIZON; days += 1) {
    const date = today.add({ days });
    if (!isOwnDay(date, voorkeur, vrij)) continue;
    const opens = atLocalTime(date, open);
    if (Temporal.Instant.compare(now, opens) <= 0) return opens;
    if (Temporal.Instant.compare(now, atLocalTime(date, closed)) < 0) return now;
  }
  return undefined;
}

const isOwnDay = (date: Temporal.PlainDate, { dagen }: Voorkeur, vrij: readonly Dagen[]): boolean =>
  dagen.includes(date.dayOfWeek) && isWerkdag(date, vrij);

/**
 * When somebody gets what is planned for that moment: on the first of their own days from then on, at their own time;
 * if that is too late, on the last of their own days that is not. Without such a day: then all the same.
 */
export function momentVoor(
  moment: Temporal.Instant,
  voorkeur: Voorkeur,
  { uiterlijk, vrij }: Grenzen,
): Temporal.Instant {
  const local = toLocal(moment);
  const time = timeFor(local.toPlainTime().toString({ smallestUnit: 'minute' }), voorkeur);
  const at = (days: number) => {
    const day = local.toPlainDate().add({ days });
    return isOwnDay(day, voorkeur, vrij) ? [atLocalTime(day, time)] : [];
  };
  const inTime = (one: Temporal.Instant) => Temporal.Instant.compare(one, uiterlijk) < 0;
  const ahead = firstOf(0, 1, at);
  if (ahead && inTime(ahead)) return ahead;
  const days = toLocal(uiterlijk).toPlainDate().since(local.toPlainDate()).days;
  return firstOf(Math.min(0, days), -1, (day) => at(day).filter(inTime)) ?? moment;
}

/** From that number of days on, one by one, as far as is looked. */
function firstOf(from: number, step: 1 | -1, at: (days: number) => Temporal.Instant[]) {
  for (let count = 0; count < HORIZON; count += 1) {
    const [found] = at(from + step * count);
    if (found) return found;
  }
  return undefined;
}

/** Their own time, or else that of what is sent; within their hours, since it would else wait for those. */
function timeFor(time: string, voorkeur: Voorkeur): string {
  if (voorkeur.tijd) return voorkeur.tijd;
  if (time < OPEN) return OPEN;
  return time < CLOSED ? time : LAST;
}
