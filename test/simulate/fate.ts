import { HOUR, MINUTE } from './calendar.ts';
import { CLOUDS, outage, type Span, type Weather } from './clouds.ts';
import type { Random } from './random.ts';

/** What happens to the processes and platforms of one seed. */
export type Fate = {
  weather: Weather;
  replicas: number;
  /** Of a thousand gates: how many are a crash, a pause, a broken connection. */
  crashes: number;
  pauses: number;
  breaks: number;
  /** All processes are down. */
  downtimes: Span[];
  /** The clock of the machine is wrong by so much. */
  jumps: (Span & { ahead: number })[];
};

/** In most seeds only some things go wrong: with everything at once nothing is ever calm enough to be demanded. */
export function drawFate(random: Random, from: number, until: number): Fate {
  const some = <T>(chance: number, most: number, make: (at: number) => T): T[] =>
    random.chance(chance)
      ? Array.from({ length: random.int(1, most) }, () => make(random.int(from, until)))
      : [];
  const someEmail = () => emailOf(random.int(1, 4));
  const rate = (chance: number, most: number) => (random.chance(chance) ? random.int(1, most) : 0);
  return {
    replicas: random.weighted([
      [4, 1],
      [4, 2],
      [2, 3],
    ]),
    crashes: rate(0.4, 30),
    pauses: rate(0.3, 20),
    breaks: rate(0.3, 20),
    downtimes: some(0.3, 2, (at) => ({ from: at, to: at + random.int(1, 120) * HOUR })),
    jumps: some(0.15, 2, (at) => {
      const ahead = random.int(-6 * 60, 6 * 60) * MINUTE;
      return { from: at, to: at + random.int(1, 12) * HOUR, ahead };
    }),
    weather: {
      outages: {
        slack: some(0.3, 2, (at) => outage(random, at)),
        teams: some(0.3, 2, (at) => outage(random, at)),
        mail: some(0.2, 2, (at) => outage(random, at)),
      },
      timeouts: rate(0.4, 30),
      limits: rate(0.3, 30),
      refused: random.chance(0.25) ? [{ cloud: random.pick(CLOUDS), email: someEmail() }] : [],
      unknown: random.chance(0.15) ? [someEmail()] : [],
      both: random.chance(0.3) ? [someEmail(), someEmail()] : [],
      mail: random.chance(0.4),
    },
  };
}

/** An odd one is on Slack, an even one on Teams, and some on both: the address says where at least. */
export const emailOf = (nummer: number) => `${nummer % 2 === 1 ? 's' : 't'}${nummer}@voorbeeld.example`;
