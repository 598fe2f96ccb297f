import { dayOf, momentOn } from './calendar.ts';
import { ENDS, REGIO, type Wanted, wantedOf } from './dated.ts';
import { calmTimes, deadlineFor, gaveUp } from './due.ts';
import type { Bericht, Persoon, Stand } from './record.ts';
import { persoonOf, receiver } from './rules.ts';
import type { Story } from './run.ts';
import { inHours, LEEWAY, type Message, messagesOf, standsIn, textOf } from './safety.ts';

type Over = Bericht['over'][number];

const aboutOf = ({ ronde, actie, verwacht }: Over) => (ronde === null ? `${actie} ${verwacht}` : `${ronde}`);

const isAbout = (over: Over, { what, about, persoon }: Wanted) =>
  over.soort === what && over.persoon === persoon.id && aboutOf(over) === about;

export const datedMessages = (story: Story) => [
  ...messagesOf(story, 'akkoord'),
  ...messagesOf(story, 'verwacht'),
];

const there = (stand: Stand, persoon: Persoon, day: number) =>
  receiver({ stand, vergadering: REGIO, persoon, bestuurders: false, day });

/** What is wrong with what was sent about these. */
export function unsafeDated(story: Story): string[] {
  const messages = datedMessages(story);
  return [
    ...messages.flatMap((message) => wrongWith(story, message).map((what) => `${what}: ${textOf(message)}`)),
    ...twice(messages),
  ];
}

function wrongWith(story: Story, { arrival, bericht }: Message): string[] {
  const { at } = arrival;
  const now = standsIn(story, at - LEEWAY, at);
  const skew = Math.max(...story.world.fate.jumps.map(({ ahead }) => Math.abs(ahead)), 0) + LEEWAY;
  const find = (stand: Stand, over: Over) =>
    wantedOf(stand).find((wanted) => isAbout(over, wanted) && wanted.trede === over.trede);
  const some = (holds: (stand: Stand, over: Over) => boolean) =>
    bericht.over.some((over) => now.some((stand) => holds(stand, over)));
  const rules: [string, boolean][] = [
    ['to somebody who has left', now.some((stand) => persoonOf(stand, bericht.persoon) !== undefined)],
    ['to a bestuurder', now.some((stand) => persoonOf(stand, bericht.persoon)?.rol !== 'bestuurder')],
    ['of no use any more', some((stand, over) => matters(stand, over, at - LEEWAY))],
    [
      'outside the hours',
      some((stand, over) => {
        const until = find(stand, over)?.until ?? at;
        return inHours(stand, bericht.persoon, { begin: until }, arrival);
      }),
    ],
    [
      'not wanted from them, or not the right receiver',
      bericht.over.every((over) =>
        standsIn(story, over.op - skew, over.op + skew).some((stand) => {
          const wanted = find(stand, over);
          return wanted !== undefined && there(stand, wanted.persoon, dayOf(over.op)) === bericht.persoon;
        }),
      ),
    ],
  ];
  return rules.flatMap(([what, holds]) => (holds ? [] : [what]));
}

/** Whoever is asked for an organisatie may have changed since it was handed over: what is asked is still open. */
function matters(stand: Stand, over: Over, at: number): boolean {
  const ronde = stand.rondes.find(({ id }) => id === over.ronde);
  if (!ronde) return wantedOf(stand).some((wanted) => isAbout(over, wanted) && at < wanted.until);
  if (over.trede === ENDS) return !ronde.gesloten && at < momentOn(ronde.uiterlijk + 30, 0);
  const open = ronde.delen.some(({ org, status }) => status === 'open' && over.organisaties.includes(org));
  return !ronde.gesloten && open && at < momentOn(ronde.uiterlijk + 1, 0);
}

/** Nobody is told the same twice: there are no new rounds here. */
function twice(messages: readonly Message[]): string[] {
  const parts = messages.flatMap((message) =>
    message.bericht.over.map((over) => {
      const key = `${message.arrival.to} for ${over.persoon}: ${over.soort} ${aboutOf(over)} ${over.trede}`;
      return { ...message, key };
    }),
  );
  return [...Map.groupBy(parts, ({ key }) => key)].flatMap(([key, same]) => {
    const berichten = [...new Set(same.map(({ bericht }) => bericht.id))];
    return berichten.length > 1 ? [`the same again: ${key}, in ${berichten.join(', ')}`] : [];
  });
}

/** What was due about these and mattered, and did not come. */
export function missedDated(story: Story): string[] {
  const messages = datedMessages(story);
  const found = calmTimes(story).flatMap((calm) =>
    wantedOf(calm.stand).flatMap((wanted) => {
      const { what, about, trede, persoon, moment, until } = wanted;
      const from = Math.max(calm.from, moment);
      const to = Math.min(calm.to, until);
      if (from >= to || cameAndWent(story, wanted, from)) return [];
      const receiverOn = (day: number) => there(calm.stand, persoon, day);
      const due = deadlineFor(story, { stand: calm.stand, until, receiverOn }, from, to);
      if (due === undefined) return [];
      const came = messages.some(
        ({ arrival, bericht }) =>
          arrival.at <= due && bericht.over.some((over) => isAbout(over, wanted) && says(over, trede)),
      );
      if (came || gaveUp(story, persoon.id, (over) => isAbout(over, wanted))) return [];
      const when = [moment, from, due].map((at) => new Date(at).toISOString()).join(', ');
      return [`missed: ${what} ${about}, ${trede}, for ${persoon.email} (moment, from, due: ${when})`];
    }),
  );
  return [...new Set(found)];
}

/** A later one says all that an earlier one would, but for how it ended. */
const says = ({ trede }: Over, wanted: number) => trede >= wanted && (trede === ENDS) === (wanted === ENDS);

/** It was wanted after its moment, then was not, and is again: in between it has lapsed. */
function cameAndWent({ stands, world }: Story, wanted: Wanted, until: number): boolean {
  const since = stands.filter(
    (stand, index) => stand.at <= until && (stands[index + 1]?.at ?? world.until) > wanted.moment,
  );
  const was = since.map((stand) =>
    wantedOf(stand).some((one) => {
      const same = one.what === wanted.what && one.about === wanted.about && one.trede === wanted.trede;
      return same && one.persoon.id === wanted.persoon.id;
    }),
  );
  return was.lastIndexOf(false) > was.indexOf(true) && was.includes(true);
}
