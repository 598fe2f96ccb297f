import {
  type Days,
  dayOf,
  isWorkday,
  minuteOf,
  minutesOf,
  momentOn,
  weekday,
  workdaysFrom,
} from './calendar.ts';
import type { Persoon, Stand, Vergadering } from './record.ts';
import { ASKS, endOf, type Step, stepsOf } from './rules.ts';

/** From when until when somebody may be written to on that day: in their own time, or in anybody's. */
export function hoursOn(persoon: Persoon, day: number, vrij: readonly Days[]): [number, number] | undefined {
  if (!(persoon.dagen ?? [1, 2, 3, 4, 5]).includes(weekday(day)) || !isWorkday(day, vrij)) return undefined;
  const open = minutesOf(persoon.tijd ?? '09:00');
  return [momentOn(day, open), momentOn(day, Math.max(open + 60, 17 * 60))];
}

export const anyHours = (day: number): [number, number] | undefined =>
  isWorkday(day) ? [momentOn(day, 9 * 60), momentOn(day, 17 * 60)] : undefined;

type When = Pick<Step, 'werkdagen' | 'tijd' | 'nu'>;

/** When a step is, or how many steps further up: each on a working day of its own. */
function stepMoment({ werkdagen, tijd, nu }: When, begin: number, vrij: readonly Days[], up = 0): number {
  if (nu === null) return momentOn(workdaysFrom(dayOf(begin), werkdagen + up, vrij), minutesOf(tijd));
  return up === 0 ? nu : momentOn(workdaysFrom(dayOf(nu), up, vrij), minuteOf(nu));
}

/** Sent sooner while it still came before the vergadering: that is not what comes after it. */
const notBefore = (step: Step, begin: number): Step =>
  step.nu !== null && step.nu < begin ? { ...step, nu: null } : step;

/** When a step is for this persoon, or of an escalatie how many steps up. */
export function momentFor(
  stand: Stand,
  vergadering: Vergadering,
  step: Step,
  persoon: Persoon,
  trede = 1,
): number {
  const { begin } = vergadering;
  const { vrij } = stand;
  if (step.stap === 'escalatie') return stepMoment(step, begin, vrij, trede - 1);
  const moment = stepMoment(step.werkdagen > 0 ? notBefore(step, begin) : step, begin, vrij);
  // What comes after the vergadering is never early.
  if (step.werkdagen > 0) return Math.max(ownMoment(moment, persoon, endOf(step, begin, vrij), vrij), moment);
  const until = step.stap !== 'coulance' && ASKS.includes(step.stap) ? deadline(stand, vergadering) : begin;
  return ownMoment(moment, persoon, until, vrij);
}

/** On the first of their own days from that moment on, at their own time; or the last before it if that is too late. */
export function ownMoment(moment: number, persoon: Persoon, until: number, vrij: readonly Days[]): number {
  const minute = persoon.tijd ? minutesOf(persoon.tijd) : minuteOf(moment);
  const on = (day: number) => (hoursOn(persoon, day, vrij) ? momentOn(day, minute) : undefined);
  const first = dayOf(moment);
  for (let day = first; day < first + 100; day += 1) {
    const own = on(day);
    if (own !== undefined && own < until) return own;
    if (own !== undefined) break;
  }
  for (let day = first - 1; day > first - 100; day -= 1) {
    const own = on(day);
    if (own !== undefined) return own;
  }
  return moment;
}

/** Until when is asked. */
export function deadline(stand: Stand, vergadering: Vergadering): number {
  const step = stepsOf(vergadering).find(({ stap }) => stap === 'aanlevertermijn');
  if (!step?.actief) return vergadering.begin;
  return Math.min(stepMoment({ ...step, tijd: '17:00' }, vergadering.begin, stand.vrij), vergadering.begin);
}
