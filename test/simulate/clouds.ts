import { DeliveryError, type Letter, type Platform } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';
import { dayOf, HOUR, MINUTE, momentOn } from './calendar.ts';
import type { Random } from './random.ts';
import { afterwards, type Replica } from './stage.ts';

export const CLOUDS = ['slack', 'teams', 'mail'] as const;
export type CloudName = (typeof CLOUDS)[number];

/** From `from` until `to`, in milliseconds. */
export type Span = { from: number; to: number };

/** What goes wrong with a platform, of itself. */
export type Weather = {
  outages: Record<CloudName, Span[]>;
  /** How many of a hundred letters meet it. */
  timeouts: number;
  limits: number;
  /** Who is refused for good, and where; and the e-mail addresses that cannot be found on Slack or Teams. */
  refused: { cloud: CloudName; email: string }[];
  unknown: string[];
  /** Who is on Slack and on Teams. */
  both: string[];
  /** Mail is on: it takes everybody. */
  mail: boolean;
};

/** Who is on one of Slack and Teams is where the first letter of the e-mail address says. */
export const isOn = ({ both, mail }: Weather, cloud: CloudName, email: string): boolean =>
  cloud === 'mail' ? mail : both.includes(email) || email.startsWith(cloud.slice(0, 1));

const isRefused = ({ refused }: Weather, on: CloudName, to: string): boolean =>
  refused.some(({ cloud, email }) => cloud === on && email === to);

/** Whether there is any way on which they are, can be found, and are not refused. */
export const isReachable = (weather: Weather, email: string): boolean =>
  CLOUDS.some(
    (cloud) =>
      isOn(weather, cloud, email) &&
      !isRefused(weather, cloud, email) &&
      (cloud === 'mail' || !weather.unknown.includes(email)),
  );

/** A message that came in at a platform. */
export type Arrival = {
  at: number;
  /** What the clock of the sender said. */
  local: number;
  cloud: CloudName;
  to: string;
  letter: string;
  edit: boolean;
  text: string;
};

export type Clouds = {
  arrivals: Arrival[];
  /** When something went wrong, and until when it was asked to wait. */
  troubles: Span[];
  platformsFor(replica: Replica): Platform[];
};

type Parts = { now: () => number; random: Random; weather: Weather; trace: (line: string) => void };

export const tenantOf = (cloud: CloudName) => `T-${cloud}`;
const DOWN = new DeliveryError('The platform does not answer', { doubt: true });

/** Platforms as the real ones are: Slack finds again what it was given before, Teams and mail cannot. */
export function openClouds({ now, random, weather, trace }: Parts): Clouds {
  const arrivals: Arrival[] = [];
  const troubles: Span[] = [];
  const isDown = (cloud: CloudName) =>
    weather.outages[cloud].some(({ from, to }) => from <= now() && now() < to);

  const stands = (id: string) =>
    arrivals.some(({ letter, cloud, edit }) => letter === id && cloud === 'slack' && !edit);

  function trouble(cloud: CloudName): DeliveryError | undefined {
    if (isDown(cloud)) return DOWN;
    if (!random.chance(weather.limits / 100)) return undefined;
    const retryAfter = random.chance(0.5) ? random.int(1, 5_400) : undefined;
    troubles.push({ from: now(), to: now() + (retryAfter ?? 0) * 1000 });
    return new DeliveryError('Too many requests', { retryAfter });
  }

  function accept(cloud: CloudName, letter: Letter, replica: Replica): Arrival | DeliveryError {
    const to = (letter.address as { email: string }).email;
    const failed = trouble(cloud);
    if (failed) return failed;
    if (isRefused(weather, cloud, to)) return new DeliveryError('Not this one', { final: true });
    const looks = cloud === 'slack' && letter.attempt > 1;
    const edit = letter.edits !== undefined || (looks && stands(letter.id));
    const late = random.chance(weather.timeouts / 100);
    if (late && random.chance(0.5)) {
      troubles.push({ from: now(), to: now() });
      return new DeliveryError('No answer in time, and it did not arrive', { doubt: true });
    }
    const local = now() + replica.ahead;
    const text = cardText(letter.card);
    const arrival = { at: now(), local, cloud, to, letter: letter.id, edit, text };
    arrivals.push(arrival);
    trace(`${cloud} ${edit ? 'edits' : 'takes'} ${letter.id} for ${to}, attempt ${letter.attempt}`);
    if (late) {
      troubles.push({ from: now(), to: now() });
      return new DeliveryError('No answer in time', { doubt: true });
    }
    return arrival;
  }

  const look = ({ id }: Letter, replica: Replica): Promise<{ stands: string } | undefined> => {
    if (isDown('slack')) return afterwards(replica, { error: DOWN });
    return afterwards(replica, { value: stands(id) ? { stands: id } : undefined });
  };

  const platformFor = (cloud: CloudName, replica: Replica): Platform => ({
    name: cloud,
    tenants: [tenantOf(cloud)],
    send: async (letter) => {
      const got = accept(cloud, letter, replica);
      if (got instanceof DeliveryError) return afterwards(replica, { error: got });
      return afterwards(replica, { value: { stands: letter.id } });
    },
    ...(cloud === 'slack' && { look: (letter) => look(letter, replica) }),
    find: async (_tenant, email) => {
      const there = { accountId: email, address: { email } };
      if (cloud === 'mail') return there;
      if (isDown(cloud)) return afterwards(replica, { error: DOWN });
      const found = isOn(weather, cloud, email) && !weather.unknown.includes(email);
      return afterwards(replica, { value: found ? there : undefined });
    },
  });
  return {
    arrivals,
    troubles,
    platformsFor: (replica) =>
      CLOUDS.filter((cloud) => cloud !== 'mail' || weather.mail).map((cloud) => platformFor(cloud, replica)),
  };
}

/** Hours, mostly: an outage that nobody would call a hiccup, and often just when most is sent. */
export function outage(random: Random, at: number): Span {
  const from = random.chance(0.5) ? momentOn(dayOf(at), random.int(6 * 60, 9 * 60)) : at;
  return { from, to: from + (random.chance(0.7) ? random.int(10, 300) * MINUTE : random.int(5, 60) * HOUR) };
}
