import { dayOf, HOUR, momentOn, workdaysFrom } from './calendar.ts';
import { isReachable } from './clouds.ts';
import { anyHours, hoursOn } from './moment.ts';
import type { Bericht, Persoon, Stand, Vergadering } from './record.ts';
import { ASKS, isQuestion, ladder, openFor, persoonOf, receiver, type Step, stepsOf } from './rules.ts';
import type { Story } from './run.ts';
import type { Message } from './safety.ts';

/** So long, within the hours of who gets it, everything has worked and nothing has changed before it is missed. */
const ENOUGH = 6 * HOUR;

/** What came longer ago belongs to an earlier round. */
const ROUND = 7 * 24 * HOUR;

/** A time in which nobody did anything, nothing was held and nothing was wrong. */
export type Calm = { from: number; to: number; stand: Stand };

export function calmTimes({ stands, troubles, world }: Story): Calm[] {
  return stands.flatMap((stand, index) => {
    const end = stands[index + 1]?.at ?? world.until;
    const begins = stand.vergaderingen.map(({ begin }) => begin);
    const edges = [stand.at, end, ...begins, ...troubles.flatMap(({ from, to }) => [from, to])]
      .filter((at) => at >= stand.at && at <= end)
      .sort((a, b) => a - b);
    return edges.flatMap((from, edge) => {
      const to = edges[edge + 1] ?? end;
      const wrong = troubles.some((trouble) => trouble.from < to && from < trouble.to);
      return to - from < ENOUGH || wrong ? [] : [{ from, to, stand }];
    });
  });
}

/** A step that this persoon should get, seen in a calm time. */
export type Asked = { calm: Calm; vergadering: Vergadering; step: Step; persoon: Persoon; trede: number };

/** How long ago somebody was asked in the same round. */
export const ASKED = 30 * 24 * HOUR;

/** When the working day after that begins. */
export const nextWorkday = (at: number): number => momentOn(workdaysFrom(dayOf(at), 1), 0);

/**
 * An escalatie waits for the working day after the first question, and a step up for that after the one below it,
 * wherever those were put off to: as long as they have not come, which is judged for itself. What was given up counts: that
 * was told.
 */
export function belowCame({ berichten }: Story, asked: Asked, moment: number): number {
  const { calm, vergadering, step, persoon, trede } = asked;
  if (step.stap !== 'escalatie') return 0;
  const own = berichten
    .filter(({ status }) => status === 'verzonden' || status === 'mislukt')
    .flatMap(({ over }) => over)
    .filter((over) => over.persoon === persoon.id && over.vergadering === vergadering.id);
  const day = dayOf(Math.max(calm.from, moment));
  const isThere = (one: Pick<Asked, 'step' | 'persoon' | 'trede'>) =>
    receiverOn(calm.stand, vergadering, one, day) !== undefined;
  const asks = own.filter(({ soort, op }) => isQuestion(soort) && op > moment - ASKED);
  const first = asks.length > 0 ? nextWorkday(Math.min(...asks.map(({ op }) => op))) : 0;
  const isAsked = stepsOf(vergadering).some(
    (one) => isAskedWith(one, persoon) && isThere({ step: one, persoon, trede: 0 }),
  );
  if (first === 0 && isAsked) return Number.POSITIVE_INFINITY;
  if (trede === 1) return first;
  const came = own
    .filter((over) => over.soort === step.stap && over.trede < trede && over.op > moment - ROUND)
    .map(({ op }) => op);
  if (came.length === 0 && isThere({ ...asked, trede: trede - 1 })) return Number.POSITIVE_INFINITY;
  return Math.max(first, ...came.map(nextWorkday));
}

const isAskedWith = ({ stap, actief, bestuurders }: Step, { rol, alleenTermijn }: Persoon): boolean =>
  actief &&
  ASKS.includes(stap) &&
  (bestuurders || rol !== 'bestuurder') &&
  (!alleenTermijn || stap === 'aanlevertermijn');

/** The days on which this persoon was asked. */
export const askedDays = (messages: readonly Message[], { persoon, vergadering }: Asked): Set<number> =>
  new Set(
    messages.flatMap(({ arrival, bericht }) =>
      bericht.over.some(
        (over) =>
          over.persoon === persoon.id && over.vergadering === vergadering.id && isQuestion(over.soort),
      )
        ? [dayOf(arrival.at)]
        : [],
    ),
  );

/** At its moment, or since then, it was of no use, or there was nobody to send it to: then it has lapsed. */
export function lapsed({ stands, world }: Story, asked: Asked, moment: number, until: number): boolean {
  const {
    step,
    vergadering: { id },
    persoon: { id: whose },
    trede,
  } = asked;
  const since = stands.filter(
    (stand, index) => stand.at <= until && (stands[index + 1]?.at ?? world.until) > moment,
  );
  return since.some((stand) => {
    const vergadering = stand.vergaderingen.find((one) => one.id === id);
    if (!vergadering) return false;
    const persoon = persoonOf(stand, whose);
    if (!persoon) return true;
    const off = stand.uitgesteld.some((one) => one.persoon === whose && one.vergadering === id);
    const asks = ASKS.includes(step.stap) || step.stap === 'escalatie';
    const times = [Math.max(stand.at, moment), until];
    // The aanlevertermijn and what follows it cannot be put off.
    if (off && ['uitvraag', 'herinnering'].includes(step.stap)) return true;
    if (asks && times.some((at) => openFor(stand, vergadering, persoon, at).length === 0)) return true;
    for (let day = dayOf(Math.max(moment, stand.at)); day <= dayOf(until); day += 1)
      if (receiverOn(stand, vergadering, { ...asked, persoon }, day) === undefined) return true;
    return trede > 3;
  });
}

export function receiverOn(
  stand: Stand,
  vergadering: Vergadering,
  { step, persoon, trede }: Pick<Asked, 'step' | 'persoon' | 'trede'>,
  day: number,
) {
  const bestuurders = stepsOf(vergadering).some(({ stap, bestuurders: on }) => stap === step.stap && on);
  const who = { stand, vergadering, persoon, bestuurders, day };
  return step.stap === 'escalatie' ? ladder(who)[trede - 1] : receiver(who);
}

/** Who gets it on each day, from when on it is of no use, and before when it is to come within their own hours. */
type Waits = {
  stand: Stand;
  until: number;
  inHours?: number;
  receiverOn: (day: number) => number | undefined;
};

/**
 * By when it must have come: the hours of who gets it are counted, day by day, until there were enough. Whose own hours
 * come too late has those of anybody. `not`: the days on which it cannot come.
 */
export function deadlineFor(
  story: Story,
  { stand, until, inHours = until, receiverOn }: Waits,
  from: number,
  to: number,
  not: ReadonlySet<number> = new Set(),
): number | undefined {
  const { weather } = story.world.fate;
  const days = Array.from({ length: dayOf(until) - dayOf(from) + 1 }, (_, index) => dayOf(from) + index);
  const hoursFor = (day: number): [number, number] | undefined => {
    const persoon = persoonOf(stand, receiverOn(day));
    if (!persoon) return undefined;
    const at = Math.max(from, momentOn(day, 0));
    const end = at < inHours ? inHours : until;
    const own = days.map((one) => hoursOn(persoon, one, stand.vrij));
    const isLate = !own.some((hours) => hours && hours[1] > at && hours[0] < end);
    return isLate ? anyHours(day) : hoursOn(persoon, day, stand.vrij);
  };
  let left = ENOUGH;
  for (const day of days) {
    const email = persoonOf(stand, receiverOn(day))?.email;
    if (email === undefined || !isReachable(weather, email)) return undefined;
    if (not.has(day)) continue;
    const [open, closed] = hoursFor(day) ?? [0, 0];
    const [first, last] = [Math.max(open, from), Math.min(closed, to)];
    if (first < last && last - first >= left) return first + left;
    left -= Math.max(last - first, 0);
  }
  return undefined;
}

/**
 * The platform gave no answer for hours, or refused for good, and that was told. What has been given out again since is
 * not about anything any more.
 */
export const gaveUp = (
  { berichten }: Story,
  persoon: number,
  isAbout: (over: Bericht['over'][number]) => boolean,
): boolean =>
  berichten.some(({ status, gemeld, persoon: to, over }) => {
    if (gemeld && over.length === 0) return to === persoon;
    return status === 'mislukt' && gemeld && over.some(isAbout);
  });
