import { dayOf, momentOn, workdaysFrom } from './calendar.ts';
import {
  type Asked,
  askedDays,
  belowCame,
  type Calm,
  calmTimes,
  deadlineFor,
  gaveUp,
  lapsed,
  receiverOn,
} from './due.ts';
import { deadline, momentFor } from './moment.ts';
import type { Persoon, Vergadering } from './record.ts';
import { ASKS, audience, endOf, persoonOf, type Step, stepsOf } from './rules.ts';
import type { Story } from './run.ts';
import { berichtOf, type Message, messagesOf } from './safety.ts';

/** What was due and mattered, and did not come. */
export function missed(story: Story): string[] {
  const messages = messagesOf(story);
  const found = calmTimes(story).flatMap((calm) =>
    calm.stand.vergaderingen
      .filter(({ door }) => door)
      .flatMap((vergadering) => missedOf(story, messages, calm, vergadering)),
  );
  return [...new Set(found)];
}

function missedOf(
  story: Story,
  messages: readonly Message[],
  calm: Calm,
  vergadering: Vergadering,
): string[] {
  const { stand, from } = calm;
  return stepsOf(vergadering)
    .filter((step) => step.actief && endOf(step, vergadering.begin, stand.vrij) > from)
    .flatMap((step) =>
      audience(stand, vergadering, step, from).flatMap((id) => {
        const persoon = persoonOf(stand, id);
        if (!persoon || !isMeant(persoon, vergadering, step)) return [];
        const treden = step.stap === 'escalatie' ? stepsUp(step) : [0];
        return treden.flatMap((trede) =>
          missedBy(story, messages, { calm, vergadering, step, persoon, trede }),
        );
      }),
    );
}

/** As far up as there are working days left. */
const stepsUp = ({ werkdagen, nu }: Step) =>
  [1, 2, 3].filter((trede) => nu !== null || trede === 1 || werkdagen + trede - 1 < 0);

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
  const from = Math.max(calm.from, moment, belowCame(story, asked, moment));
  const end = endOf(step, vergadering.begin, calm.stand.vrij);
  const to = Math.min(calm.to, end);
  if (from >= to || lapsed(story, asked, moment, from)) return [];
  const isAbout = (over: { persoon: number; vergadering: number }) =>
    over.persoon === persoon.id && over.vergadering === vergadering.id;
  const about = messages.filter(({ bericht }) =>
    bericht.over.some((over) => isAbout(over) && says(over, asked)),
  );
  const waits = {
    stand: calm.stand,
    until: end,
    ...(ASKS.includes(step.stap) && step.stap !== 'coulance'
      ? { inHours: deadline(calm.stand, vergadering) }
      : {}),
    receiverOn: (day: number) => receiverOn(calm.stand, vergadering, asked, day),
  };
  // Nobody is asked twice on a day.
  const not = ASKS.includes(step.stap) ? askedDays(messages, asked) : undefined;
  const due = deadlineFor(story, waits, from, to, not);
  if (due === undefined) return [];
  const came = about.some(({ arrival, bericht }) => {
    if (arrival.at > due) return false;
    // A later question says it on the same day too: nobody is asked twice on one.
    if (arrival.at >= (ASKS.includes(step.stap) ? momentOn(dayOf(moment), 0) : moment)) return true;
    const op = bericht.over[0]?.op ?? arrival.at;
    // However its day is changed, what comes after the vergadering comes once.
    if (step.werkdagen > 0) return op >= vergadering.begin;
    return (
      bericht.over.some(({ soort }) => soort === step.stap) && dayOf(moment) < workdaysFrom(dayOf(op), 5)
    );
  });
  if (came || gaveUp(story, persoon.id, (over) => isAbout(over) && says(over, asked))) return [];
  const when = [moment, from, due].map((at) => new Date(at).toISOString()).join(', ');
  return [
    `missed: ${step.stap} ${trede} of vergadering ${vergadering.id} for ${persoon.email} (moment, from, due: ${when})`,
  ];
}

/** Whether a message says what this step would: of what asks, any later step does. */
function says({ soort, trede }: { soort: string; trede: number }, { step, trede: wanted }: Asked): boolean {
  if (ASKS.includes(step.stap)) return ASKS.includes(soort) && ASKS.indexOf(soort) >= ASKS.indexOf(step.stap);
  return soort === step.stap && trede === wanted;
}

/** What is half done when everything has come to rest. */
export function unfinished(story: Story): string[] {
  const { berichten, gepland, world } = story;
  const now = world.until;
  return [
    ...gaveUpInVain(story),
    ...berichten
      .filter(({ status }) => status === 'bezig')
      .map(({ id }) => `bericht ${id} is still on its way`),
    ...gepland
      .filter(({ op }) => op < now)
      .map(({ id, soort }) => `herinnering ${id} (${soort}) was planned and never handed over`),
  ];
}

/** Given up and never arrived, though mail was on and took everything from everybody all the time. */
function gaveUpInVain({ berichten, arrivals, stands, world }: Story): string[] {
  const { mail, outages, timeouts, limits, refused } = world.fate.weather;
  if (!mail || timeouts > 0 || limits > 0 || outages.mail.length > 0) return [];
  const arrived = new Set(arrivals.map(({ letter }) => berichtOf(letter)));
  return berichten.flatMap(({ id, status, soort, persoon }) => {
    const email = stands.at(-1)?.personen.find((one) => one.id === persoon)?.email;
    const isRefused = refused.some((one) => one.cloud === 'mail' && one.email === email);
    return status !== 'mislukt' || arrived.has(id) || isRefused
      ? []
      : [`bericht ${id} (${soort}) was given up, though there was mail`];
  });
}
