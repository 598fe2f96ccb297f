import { HOUR } from './calendar.ts';
import { CLOUDS, isOn, isReachable } from './clouds.ts';
import { persoonOf } from './rules.ts';
import type { Story } from './run.ts';
import { berichtOf, inHours, LEEWAY, messagesOf, standsIn, textOf } from './safety.ts';

/** What is told because of something else, and by no date of its own, waits for the hours of who hears it. */
const IN_HOURS = ['niet-bezorgd', 'stilstand'];
/** What a bestuurder is never told without the secretaris. */
const NOT_TO_BESTUURDERS = ['vervanging', 'vervanging-voorbij', 'niet-bezorgd', 'stilstand', 'afgewezen'];

/** What is wrong with what was sent by no date. */
export function unsafeOthers(story: Story): string[] {
  const wrong = (soorten: readonly string[], what: string, holds: Holds) =>
    soorten
      .flatMap((soort) => messagesOf(story, soort))
      .filter((message) => {
        const stands = standsIn(story, message.arrival.at - LEEWAY, message.arrival.at);
        return !stands.some((stand) => holds(stand, message));
      })
      .map((message) => `${what}: ${textOf(message)}`);
  return [
    ...wrong(IN_HOURS, 'outside the hours', (stand, { arrival, bericht }) =>
      inHours(stand, bericht.persoon, { begin: Number.POSITIVE_INFINITY }, arrival),
    ),
    ...wrong(
      NOT_TO_BESTUURDERS,
      'a bestuurder',
      (stand, { bericht }) => persoonOf(stand, bericht.persoon)?.rol !== 'bestuurder',
    ),
  ];
}

type Holds = (
  stand: ReturnType<typeof standsIn>[number],
  message: ReturnType<typeof messagesOf>[number],
) => boolean;

/** As long as a message is tried before it is given up, and more. */
const TRIED = 12 * HOUR;

/** Given up though hardly anything was wrong: no platform on which they are was away for a while, nobody crashed. */
export function gaveUpEarly({ berichten, arrivals, stands, world }: Story): string[] {
  const { weather, crashes } = world.fate;
  const { timeouts, limits, outages, refused, unknown } = weather;
  if (crashes > 0 || timeouts + limits > 20) return [];
  const arrived = new Set(arrivals.map(({ letter }) => berichtOf(letter)));
  return berichten.flatMap(({ id, status, soort, persoon, over }) => {
    const email = stands.at(-1)?.personen.find((one) => one.id === persoon)?.email ?? '';
    const op = Math.min(...over.map((one) => one.op));
    if (status !== 'mislukt' || arrived.has(id) || over.length === 0) return [];
    const isHard = unknown.includes(email) || refused.some((one) => one.email === email);
    if (isHard || !isReachable(weather, email)) return [];
    const away = CLOUDS.filter((cloud) => isOn(weather, cloud, email))
      .flatMap((cloud) => outages[cloud])
      .some(({ from, to }) => from < op + TRIED && op < to);
    return away ? [] : [`bericht ${id} (${soort}) was given up too early`];
  });
}
