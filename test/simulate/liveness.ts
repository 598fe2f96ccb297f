import { dayOf, HOUR, workdaysFrom } from './calendar.ts';
import type { Persoon, Stand, Vergadering } from './record.ts';
import {
  ASKS,
  anyHours,
  audience,
  hoursOn,
  ladder,
  momentFor,
  openFor,
  persoonOf,
  receiver,
  type Step,
  stepsOf,
} from './rules.ts';
import type { Story } from './run.ts';
import { type Message, messagesOf } from './safety.ts';

/** So long, within the hours of who gets it, everything has worked and nothing has changed before it is missed. */
const ENOUGH = 6 * HOUR;

type Calm = { from: number; to: number; stand: Stand };

/** The times in which nobody did anything, nothing was held and nothing was wrong. */
function calmTimes({ stands, troubles, world }: Story): Calm[] {
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

/** What was due and mattered, and did not come. */
export function missed(story: Story): string[] {
  const messages = messagesOf(story);
  const found = calmTimes(story).flatMap((calm) =>
    calm.stand.vergaderingen
      .filter(({ door, begin }) => door && begin > calm.from)
      .flatMap((vergadering) => missedOf(story, messages, calm, vergadering)),
  );
  return [...new Set(found)];
}

type Asked = { calm: Calm; vergadering: Vergadering; step: Step; persoon: Persoon; trede: number };

function missedOf(
  story: Story,
  messages: readonly Message[],
  calm: Calm,
  vergadering: Vergadering,
): string[] {
  const { stand, from } = calm;
  return stepsOf(vergadering)
    .filter(({ actief }) => actief)
    .flatMap((step) =>
      audience(stand, vergadering, step, from).flatMap((id) => {
        const persoon = persoonOf(stand, id);
        if (!persoon || !isMeant(persoon, vergadering, step)) return [];
        const treden =
          step.stap === 'escalatie' ? [1, 2, 3].filter((trede) => step.werkdagen + trede - 1 < 0) : [0];
        return treden.flatMap((trede) =>
          missedBy(story, messages, { calm, vergadering, step, persoon, trede }),
        );
      }),
    );
}

function isMeant(persoon: Persoon, { overgeslagen }: Vergadering, { stap, bestuurders }: Step): boolean {
  if (overgeslagen.includes(persoon.id)) return false;
  if (stap === 'escalatie') return true;
  return (
    (bestuurders || persoon.rol !== 'bestuurder') && (!persoon.alleenTermijn || stap === 'aanlevertermijn')
  );
}

function missedBy(story: Story, messages: readonly Message[], asked: Asked): string[] {
  const { calm, vergadering, step, persoon, trede } = asked;
  const moment = momentFor(calm.stand, vergadering, step, persoon, trede);
  const from = Math.max(calm.from, moment, belowCame(messages, asked));
  const to = Math.min(calm.to, vergadering.begin);
  if (from >= to || lapsed(story, asked, moment, from)) return [];
  const about = messages.filter(({ bericht }) =>
    bericht.over.some(
      (over) => over.persoon === persoon.id && over.vergadering === vergadering.id && says(over, asked),
    ),
  );
  const due = deadlineFor(story, asked, from, to, askedDays(messages, asked));
  if (due === undefined) return [];
  const came = about.some(({ arrival, bericht }) => {
    if (arrival.at > due) return false;
    if (arrival.at >= moment) return true;
    const op = bericht.over[0]?.op ?? arrival.at;
    return (
      bericht.over.some(({ soort }) => soort === step.stap) && dayOf(moment) < workdaysFrom(dayOf(op), 5)
    );
  });
  if (came || gaveUp(story, asked)) return [];
  const when = [moment, from, due].map((at) => new Date(at).toISOString()).join(', ');
  return [
    `missed: ${step.stap} ${trede} of vergadering ${vergadering.id} for ${persoon.email} (moment, from, due: ${when})`,
  ];
}

/** A step up waits for the one below it, wherever that was put off to. */
const belowCame = (messages: readonly Message[], { vergadering, step, persoon, trede }: Asked): number =>
  Math.max(
    0,
    ...messages.flatMap(({ bericht: { over } }) =>
      over
        .filter((one) => one.persoon === persoon.id && one.vergadering === vergadering.id)
        .filter((one) => one.soort === step.stap && one.soort === 'escalatie' && one.trede < trede)
        .map(({ op }) => op),
    ),
  );

/** Whether a message says what this step would: of what asks, any later step does. */
function says({ soort, trede }: { soort: string; trede: number }, { step, trede: wanted }: Asked): boolean {
  if (ASKS.includes(step.stap)) return ASKS.includes(soort) && ASKS.indexOf(soort) >= ASKS.indexOf(step.stap);
  return soort === step.stap && trede === wanted;
}

/** Nobody is asked twice on a day: the days on which this persoon was asked. */
const askedDays = (messages: readonly Message[], { persoon, vergadering }: Asked): Set<number> =>
  new Set(
    messages.flatMap(({ arrival, bericht }) =>
      bericht.over.some(
        (over) =>
          over.persoon === persoon.id &&
          over.vergadering === vergadering.id &&
          [...ASKS, 'later'].includes(over.soort),
      )
        ? [dayOf(arrival.at)]
        : [],
    ),
  );

/** At its moment, or since then, it was of no use, or there was nobody to send it to: then it has lapsed. */
function lapsed({ stands, world }: Story, asked: Asked, moment: number, until: number): boolean {
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
    if (off && ASKS.includes(step.stap)) return true;
    if (asks && times.some((at) => openFor(stand, vergadering, persoon, at).length === 0)) return true;
    for (let day = dayOf(Math.max(moment, stand.at)); day <= dayOf(until); day += 1)
      if (receiverOn(stand, vergadering, { ...asked, persoon }, day) === undefined) return true;
    return trede > 3;
  });
}

function receiverOn(
  stand: Stand,
  vergadering: Vergadering,
  { step, persoon, trede }: Pick<Asked, 'step' | 'persoon' | 'trede'>,
  day: number,
) {
  const bestuurders = stepsOf(vergadering).some(({ stap, bestuurders: on }) => stap === step.stap && on);
  const who = { stand, vergadering, persoon, bestuurders, day };
  return step.stap === 'escalatie' ? ladder(who)[trede - 1] : receiver(who);
}

/** By when it must have come: the hours of who gets it are counted, day by day, until there were enough. */
function deadlineFor(
  story: Story,
  asked: Asked,
  from: number,
  to: number,
  askedOn: Set<number>,
): number | undefined {
  const { stand } = asked.calm;
  const { begin } = asked.vergadering;
  const { refused, unknown } = story.world.fate.weather;
  const days = Array.from({ length: dayOf(begin) - dayOf(from) + 1 }, (_, index) => dayOf(from) + index);
  const receivers = days.map((day) => persoonOf(stand, receiverOn(stand, asked.vergadering, asked, day)));
  const own = days.map((day, index) => {
    const persoon = receivers[index];
    return persoon && hoursOn(persoon, day, stand.vrij);
  });
  const late = !own.some((hours) => hours && hours[1] > from && hours[0] < begin);
  // Put off to a day on which it turns out that there is nobody for it any more.
  if (late && receivers.includes(undefined)) return undefined;
  let left = ENOUGH;
  for (const [index, day] of days.entries()) {
    const email = receivers[index]?.email;
    if (email === undefined || refused.includes(email) || unknown.includes(email)) return undefined;
    if (ASKS.includes(asked.step.stap) && askedOn.has(day)) continue;
    const [open, closed] = (late ? anyHours(day) : own[index]) ?? [0, 0];
    const [first, last] = [Math.max(open, from), Math.min(closed, to)];
    if (first < last && last - first >= left) return first + left;
    left -= Math.max(last - first, 0);
  }
  return undefined;
}

/** The platform gave no answer for hours, or refused for good, and that was told. */
const gaveUp = ({ berichten }: Story, { persoon, vergadering }: Asked): boolean =>
  berichten.some(
    ({ status, gemeld, over }) =>
      status === 'mislukt' &&
      gemeld &&
      over.some((one) => one.persoon === persoon.id && one.vergadering === vergadering.id),
  );

/** What is half done when everything has come to rest. */
export function unfinished({ berichten, gepland, world }: Story): string[] {
  const now = world.until;
  return [
    ...berichten
      .filter(({ status }) => status === 'bezig')
      .map(({ id }) => `bericht ${id} is still on its way`),
    ...gepland
      .filter(({ op }) => op < now)
      .map(({ id, soort }) => `herinnering ${id} (${soort}) was planned and never handed over`),
  ];
}
