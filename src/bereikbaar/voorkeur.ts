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
 * if that is too late, on the last of their own days before it.
 */
export function momentVoor(
  moment: Temporal.Instant,
  voorkeur: Voorkeur,
  { uiterlijk, vrij }: Grenzen,
): Temporal.Instant {
  const time = voorkeur.tijd ?? toLocal(moment).toPlainTime().toString({ smallestUnit: 'minute' });
  const date = toLocal(moment).toPlainDate();
  const at = (days: number) => {
    const day = date.add({ days });
    return isOwnDay(day, voorkeur, vrij) ? [atLocalTime(day, time)] : [];
  };
  const ahead = Array.from({ length: HORIZON }, (_, days) => days).flatMap(at)[0];
  if (ahead && Temporal.Instant.compare(ahead, uiterlijk) < 0) return ahead;
  const back = Array.from({ length: HORIZON }, (_, days) => -days - 1).flatMap(at)[0];
  return back ?? moment;
}
