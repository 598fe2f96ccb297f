import { dayOf, MINUTE } from './calendar.ts';
import type { Arrival } from './clouds.ts';
import { anyHours, deadline, hoursOn } from './moment.ts';
import type { Bericht, Stand, Vergadering } from './record.ts';
import { ASKS, endOf, isQuestion, ladder, openFor, persoonOf, receiver, stepsOf } from './rules.ts';
import type { Story } from './run.ts';

/** How long what was true when a message was made may have been otherwise when it arrived. */
export const LEEWAY = 5 * MINUTE;

type Over = Bericht['over'][number];
/** A message that arrived, with what it was about. */
export type Message = { arrival: Arrival; bericht: Bericht };

export const berichtOf = (letter: string) => Number(letter.split('-')[1]);

export function messagesOf({ arrivals, berichten }: Story, soort = 'herinnering'): Message[] {
  return arrivals.flatMap((arrival) => {
    const bericht = berichten.find(({ id }) => id === berichtOf(arrival.letter));
    return !arrival.edit && bericht?.soort === soort ? [{ arrival, bericht }] : [];
  });
}

/** The record as it stood at some time from `from` until `to`. */
export const standsIn = ({ stands }: Story, from: number, to: number): Stand[] =>
  stands.filter(
    (stand, index) => stand.at <= to && (stands[index + 1]?.at ?? Number.POSITIVE_INFINITY) >= from,
  );

/** What is wrong with what was sent. */
export function unsafe(story: Story): string[] {
  const messages = messagesOf(story);
  return [
    ...messages.flatMap((message) => wrongWith(story, message).map((what) => `${what}: ${textOf(message)}`)),
  ];
}

export const textOf = ({ arrival, bericht }: Message) =>
  `${arrival.letter} to ${arrival.to} at ${new Date(arrival.at).toISOString()} about ${JSON.stringify(bericht.over)}`;

function wrongWith(story: Story, { arrival, bericht }: Message): string[] {
  const { at } = arrival;
  const stands = standsIn(story, at - LEEWAY, at);
  const some = (holds: (stand: Stand, over: Over, vergadering: Vergadering) => boolean) =>
    bericht.over.length === 0 ||
    bericht.over.some((over) =>
      stands.some((stand) => {
        const vergadering = stand.vergaderingen.find(({ id }) => id === over.vergadering);
        return vergadering !== undefined && holds(stand, over, vergadering);
      }),
    );
  const rules: [string, boolean][] = [
    ['to somebody who has left', stands.some((stand) => persoonOf(stand, bericht.persoon) !== undefined)],
    [
      'too late, or it is off',
      some((stand, over, one) => one.door && at - LEEWAY < endFor(stand, over, one)),
    ],
    ['before the vergadering', some((_, over, one) => !comesAfter(over, one) || arrival.local >= one.begin)],
    // By the clock of who sent it a vergadering may have been held.
    [
      'nothing is open',
      some((stand, over, one) => !asks(over) || isOpen(stand, over, one, [at, arrival.local])),
    ],
    [
      'outside the hours',
      some((stand, over, one) => {
        return [endFor(stand, over, one), ...askedUntil(stand, over, one, arrival)].some((begin) =>
          inHours(stand, bericht.persoon, { begin }, arrival),
        );
      }),
    ],
    ['a bestuurder', some((stand, over, one) => bestuurderMay(stand, bericht.persoon, over, one))],
    ['the step is off, or skipped', some((stand, over, one) => isWanted(stand, over, one))],
    ['not the right receiver', rightReceiver(story, bericht, at)],
  ];
  return rules.flatMap(([what, holds]) => (holds ? [] : [what]));
}

const stepOf = ({ soort }: Over, vergadering: Vergadering) =>
  stepsOf(vergadering).find(({ stap }) => stap === soort);

const comesAfter = (over: Over, vergadering: Vergadering) => (stepOf(over, vergadering)?.werkdagen ?? 0) > 0;

function endFor({ vrij }: Stand, over: Over, vergadering: Vergadering): number {
  const step = stepOf(over, vergadering);
  return step ? endOf(step, vergadering.begin, vrij) : vergadering.begin;
}

/** Before the end of the aanlevertermijn a question whose own hours come later comes in those of anybody. */
function askedUntil(stand: Stand, over: Over, vergadering: Vergadering, { local }: Arrival): number[] {
  const until = deadline(stand, vergadering);
  return asks(over) && local < until + LEEWAY ? [until] : [];
}

const asks = ({ soort }: Over) => isQuestion(soort) || soort === 'escalatie';

function isOpen(stand: Stand, over: Over, vergadering: Vergadering, times: readonly number[]): boolean {
  const persoon = persoonOf(stand, over.persoon);
  return (
    persoon !== undefined &&
    times
      .flatMap((at) => [at, at - LEEWAY])
      .some((one) => openFor(stand, vergadering, persoon, one).length > 0)
  );
}

/** In their own hours; where those come too late, on any working day. By the clock of who sent it. */
export function inHours(
  stand: Stand,
  id: number,
  { begin }: Pick<Vergadering, 'begin'>,
  { local }: Arrival,
): boolean {
  const persoon = persoonOf(stand, id);
  if (!persoon) return false;
  const fits = (hours: [number, number] | undefined) =>
    hours !== undefined && hours[0] <= local && local < hours[1] + LEEWAY;
  if (fits(hoursOn(persoon, dayOf(local), stand.vrij))) return true;
  const days = Array.from({ length: 100 }, (_, index) => dayOf(local) + index);
  const next = days.flatMap((day) => {
    const hours = hoursOn(persoon, day, stand.vrij);
    return hours && hours[1] > local - LEEWAY ? [Math.max(hours[0], local)] : [];
  })[0];
  return (next === undefined || next >= begin) && fits(anyHours(dayOf(local)));
}

function bestuurderMay(stand: Stand, id: number, { soort }: Over, vergadering: Vergadering): boolean {
  if (persoonOf(stand, id)?.rol !== 'bestuurder') return true;
  return forBestuurders(vergadering, soort);
}

/** The secretaris switched its step on; of what was put off, one that asks. */
const forBestuurders = (vergadering: Vergadering, soort: string): boolean =>
  stepsOf(vergadering).some(
    ({ stap, bestuurders }) => bestuurders && (soort === 'later' ? ASKS.includes(stap) : stap === soort),
  );

function isWanted(stand: Stand, over: Over, vergadering: Vergadering): boolean {
  const { soort, persoon } = over;
  const step = stepOf(over, vergadering);
  if (vergadering.overgeslagen.includes(persoon)) return false;
  const only =
    persoonOf(stand, persoon)?.alleenTermijn && !['aanlevertermijn', 'escalatie', 'later'].includes(soort);
  return (step === undefined || step.actief) && !only;
}

/** It went to whoever it should go to at the time it was handed over. */
function rightReceiver(story: Story, bericht: Bericht, sent: number): boolean {
  const skew = Math.max(...story.world.fate.jumps.map(({ ahead }) => Math.abs(ahead)), 0) + LEEWAY;
  return bericht.over.every(({ persoon: id, vergadering: about, soort, trede, op }) =>
    standsIn(story, op - skew, Math.min(op + skew, sent + skew)).some((stand) => {
      const [persoon, vergadering] = [
        persoonOf(stand, id),
        stand.vergaderingen.find((one) => one.id === about),
      ];
      if (!persoon || !vergadering) return false;
      const bestuurders = forBestuurders(vergadering, soort);
      const who = { stand, vergadering, persoon, bestuurders, day: dayOf(op) };
      return (soort === 'escalatie' ? ladder(who)[trede - 1] : receiver(who)) === bericht.persoon;
    }),
  );
}
