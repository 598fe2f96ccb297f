import { DeliveryError, type Letter, type Platform } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';
import { HOUR, MINUTE } from './calendar.ts';
import type { Random } from './random.ts';
import { afterwards, type Replica } from './stage.ts';

export type CloudName = 'slack' | 'teams';

/** From `from` until `to`, in milliseconds. */
export type Span = { from: number; to: number };

/** What goes wrong with a platform, of itself. */
export type Weather = {
  outages: Record<CloudName, Span[]>;
  /** How many of a hundred letters meet it. */
  timeouts: number;
  limits: number;
  /** E-mail addresses that refuse for good, and those that nobody can find. */
  refused: string[];
  unknown: string[];
};

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

/** Two platforms as the real ones are: Slack finds again what it was given before, Teams cannot. */
export function openClouds({ now, random, weather, trace }: Parts): Clouds {
  const arrivals: Arrival[] = [];
  const troubles: Span[] = [];
  const isDown = (cloud: CloudName) =>
    weather.outages[cloud].some(({ from, to }) => from <= now() && now() < to);

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
    if (weather.refused.includes(to)) return new DeliveryError('Not this one', { final: true });
    const before = arrivals.find(({ letter: id, edit }) => id === letter.id && !edit);
    const looks = cloud === 'slack' && letter.attempt > 1;
    const edit = letter.edits !== undefined || (looks && before !== undefined);
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
    const found = arrivals.some(({ letter, edit }) => letter === id && !edit);
    return afterwards(replica, { value: found ? { stands: id } : undefined });
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
      if (isDown(cloud)) return afterwards(replica, { error: DOWN });
      const found = weather.unknown.includes(email) || !email.startsWith(cloud.slice(0, 1));
      return afterwards(replica, { value: found ? undefined : { accountId: email, address: { email } } });
    },
  });
  return {
    arrivals,
    troubles,
    platformsFor: (replica) => [platformFor('slack', replica), platformFor('teams', replica)],
  };
}

/** Hours, mostly: an outage that nobody would call a hiccup. */
export const outage = (random: Random, from: number): Span => ({
  from,
  to: from + (random.chance(0.7) ? random.int(10, 300) * MINUTE : random.int(5, 60) * HOUR),
});
