import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { dispatcher } from '../../src/chat/dispatch.ts';
import { commands } from '../../src/commands.ts';
import type { Database } from '../../src/db/database.ts';
import { nextDue, runDue } from '../../src/jobs.ts';
import { HOUR, MINUTE } from './calendar.ts';
import { type Arrival, openClouds, type Span } from './clouds.ts';
import { act, drawAgenda } from './people.ts';
import { type Random, randomOf } from './random.ts';
import { type Bericht, type Left, readBerichten, readStand, type Stand } from './record.ts';
import { ConnectionLost, kill, newReplica, type Replica, settled, stagedDatabase } from './stage.ts';
import { buildWorld, drawWorld, type World } from './world.ts';

/** All that happened in one seed. */
export type Story = {
  seed: number;
  world: World;
  arrivals: Arrival[];
  stands: Stand[];
  /** When something was wrong with a process or a platform. */
  troubles: Span[];
  berichten: Bericht[];
  gepland: Left[];
  crashes: number;
  trace: string[];
  /** What no process should ever log. */
  errors: string[];
};

const TICK = 5_000;
/** After the last thing that happened everything is given this long to come to rest. */
const REST = 8 * 24 * HOUR;
/** So many looks in a row that change nothing mean that it hangs. */
const MOST_LOOKS = 1_000;

export const hashOf = ({ trace }: Story) => createHash('sha256').update(trace.join('\n')).digest('hex');

/** Runs one seed on an empty database. */
export async function runSeed(db: Database, seed: number): Promise<Story> {
  const random = randomOf(seed);
  const world = drawWorld(random);
  await buildWorld(db, random, world);
  const stage = await setUp(db, { seed, world, random });
  await play(stage);
  return { ...stage.story, ...(await readBerichten(db)) };
}

export type Stage = Awaited<ReturnType<typeof setUp>>;

async function setUp(db: Database, of: { seed: number; world: World; random: Random }) {
  const { seed, world, random } = of;
  const { fate, from } = world;
  const time = { now: from };
  const trace: string[] = [];
  const say = (line: string) => void trace.push(`${new Date(time.now).toISOString()} ${line}`);
  const errors: string[] = [];
  const clouds = openClouds({ now: () => time.now, random, weather: fate.weather, trace: say });
  const log = pino({ level: 'silent' });
  // What pino would write, without the writing.
  log.error = (({ err }: { err: unknown }) => {
    if (!(err instanceof ConnectionLost)) errors.push(String(err instanceof Error ? err.stack : err));
  }) as typeof log.error;
  const jump = () => fate.jumps.find(({ from, to }) => from <= time.now && time.now < to)?.ahead ?? 0;
  const replicas = Array.from({ length: fate.replicas }, (_, index) => newReplica(`p${index + 1}`, from));
  const clockOf = (replica?: Replica) => () => {
    if (replica) replica.ahead = jump();
    return Temporal.Instant.fromEpochMilliseconds(time.now + jump());
  };
  const fails = () => {
    if (!random.chance(fate.breaks / 1000)) return undefined;
    clouds.troubles.push({ from: time.now, to: time.now });
    return random.chance(0.5) ? 'before' : 'after';
  };
  const start = (replica: Replica) => {
    replica.running = true;
    const parts = {
      db: stagedDatabase(db, replica, fails),
      platforms: clouds.platformsFor(replica),
      now: clockOf(replica),
      log,
    };
    const ended = runDue(parts).catch((err) => log.error({ err }));
    void ended.then(() => {
      replica.running = false;
    });
  };
  const story = {
    seed,
    world,
    arrivals: clouds.arrivals,
    stands: [await readStand(db, from)],
    troubles: clouds.troubles,
    crashes: 0,
    trace,
    errors,
  };
  for (const spans of [fate.downtimes, fate.jumps, ...Object.values(fate.weather.outages)])
    story.troubles.push(...spans.map(({ from, to }) => ({ from, to })));
  const ask = dispatcher({ db, commands, now: clockOf(), log });
  const agenda = drawAgenda(random, world);
  return {
    db,
    random,
    world,
    time,
    say,
    replicas,
    start,
    story,
    ask,
    agenda,
    asked: { count: 0 },
  };
}

/** From event to event: a gate that opens, something that somebody does, something that falls due. */
async function play(stage: Stage): Promise<void> {
  const { time, replicas, agenda, world, random } = stage;
  const end = world.until + REST;
  let [looks, said] = [0, 0];
  while (time.now < end) {
    const ready = replicas.filter((one) => one.gates.length > 0 && one.awayUntil <= time.now);
    if (agenda[0] !== undefined && agenda[0] <= time.now) {
      agenda.shift();
      await act(stage);
    } else if (ready.length > 0) {
      await open(stage, random.pick(ready));
    } else {
      const next = await nextEvent(stage);
      looks = stage.story.trace.length === said ? looks + 1 : 0;
      said = stage.story.trace.length;
      if (looks > MOST_LOOKS)
        return void stage.story.errors.push('it hangs: looking again and again changes nothing');
      time.now = Math.max(time.now, Math.min(next, end));
    }
  }
}

/** Opens a gate of the replica, unless it crashes or stands still there; a little time passes. */
async function open(stage: Stage, replica: Replica): Promise<void> {
  const { random, time, world, say, story } = stage;
  const { crashes, pauses } = world.fate;
  time.now += random.chance(0.93) ? random.int(1, 150) : random.int(200, 14_000);
  // After a while of rest nothing new goes wrong: else what it stopped would still be on its way at the end.
  const rests = time.now > world.until + REST / 2;
  if (!rests && random.chance(crashes / 1000)) {
    kill(replica);
    replica.awayUntil =
      time.now + (random.chance(0.8) ? random.int(5, 300) * 1000 : random.int(1, 30) * HOUR);
    story.crashes += 1;
    story.troubles.push({ from: time.now, to: replica.awayUntil });
    return say(`${replica.name} crashes`);
  }
  if (!rests && random.chance(pauses / 1000)) {
    replica.awayUntil = time.now + random.int(1, random.chance(0.5) ? 10 : 400) * MINUTE;
    story.troubles.push({ from: time.now, to: replica.awayUntil });
    return say(`${replica.name} stands still`);
  }
  const [gate] = replica.gates.splice(random.int(0, replica.gates.length - 1), 1);
  await gate?.();
  await settled();
  if (replica.gates.length === 0) replica.running = false;
}

/** Starts the replicas for which it is time; gives when the next thing happens. */
async function nextEvent({ db, time, replicas, world, start, agenda, random }: Stage): Promise<number> {
  const { downtimes, jumps } = world.fate;
  const down = downtimes.find(({ from, to }) => from <= time.now && time.now < to);
  if (down) {
    for (const one of replicas) kill(one);
    return Math.min(down.to, agenda[0] ?? down.to);
  }
  const due = (await nextDue(db))?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  const ahead = jumps.find(({ from, to }) => from <= time.now && time.now < to)?.ahead ?? 0;
  // It looks every few seconds, so at what is due some seconds after that; now and then another replica is first.
  const wakes = (one: Replica) => Math.max(one.lookAt, due - ahead + one.late);
  const idle = replicas.filter((one) => !one.running && one.awayUntil <= time.now);
  const awake = idle.filter((one) => wakes(one) <= time.now);
  for (const one of awake) {
    one.lookAt = time.now + TICK;
    one.late = random.int(0, TICK);
    start(one);
  }
  if (awake.length > 0) {
    await settled();
    return time.now;
  }
  const moments = [
    ...replicas.map((one) => (idle.includes(one) ? wakes(one) : one.awayUntil)),
    ...[...jumps, ...downtimes].flatMap(({ from, to }) => [from, to]),
    ...agenda.slice(0, 1),
  ];
  return Math.min(...moments.filter((at) => at > time.now));
}
