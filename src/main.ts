import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { keyOf } from './adres/token.ts';
import { beeldRoute, pictureUrl } from './beeld/serve-beeld.ts';
import { exportRoute, exportUrl } from './bestand/serve-export.ts';
import { dispatcher } from './chat/dispatch.ts';
import type { Ask, Connection } from './chat/platform.ts';
import { every } from './chat/work.ts';
import { type Clock, type MovableClock, movableClock } from './clock.ts';
import { commands } from './commands.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { connect } from './connect.ts';
import { connectConsole } from './console/console.ts';
import { type Database, DatabaseInUse, openDatabase } from './db/database.ts';
import { achterstanden, achterstandText } from './herinnering/stored-achterstand.ts';
import { startServer } from './http.ts';
import { forgetOldRequests, nextDue, runDue } from './jobs.ts';
import { ZONE } from './kalender/werkdag.ts';
import { kalenderRoute, kalenderUrl } from './overleg/serve-kalender.ts';
import { eersteSecretaris } from './persoon/stored-persoon.ts';
import { install } from './regio/install.ts';
import { loadRegion } from './regio/load-region.ts';
import { welcome } from './welcome.ts';

/** How often is looked for what has fallen due. */
const TICK = 5_000;
/** The only clock that is read: the wall's. */
const wall: Clock = { now: () => Temporal.Now.instant() };

type Run = () => Promise<boolean>;

/** What whoever starts Doebot did wrong; shown without a stack. */
class UsageError extends Error {}

const progress = (text: string) => process.stderr.write(`${text}\n`);

/** `--now 2026-11-23T09:00`, in Europe/Amsterdam: only where it can do no harm. */
function startTime(config: Config): Temporal.Instant | undefined {
  const now = givenNow();
  if (now === undefined) return undefined;
  if (config.production) throw new UsageError('--now does not go with NODE_ENV=production.');
  if (config.databaseUrl)
    throw new UsageError('--now only goes with the embedded database: leave out DATABASE_URL.');
  try {
    return Temporal.PlainDateTime.from(now).toZonedDateTime(ZONE).toInstant();
  } catch {
    throw new UsageError(`--now wants a date and a time, for example --now 2026-11-23T09:00, not ${now}.`);
  }
}

function givenNow(): string | undefined {
  try {
    return parseArgs({ options: { now: { type: 'string' } } }).values.now;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}. Doebot only knows --now.`);
  }
}

async function openRegion(config: Config, clock: Clock) {
  progress(
    config.databaseUrl
      ? 'Database openen …'
      : `Database openen in ${config.dataDir} (de eerste keer duurt dat even) …`,
  );
  const db = await openDatabase(config.databaseUrl ? { url: config.databaseUrl } : { dir: config.dataDir });
  const there = await db.owner.regio.findFirst({ orderBy: { id: 'asc' } });
  // A start that was killed while it loaded leaves a regio without acties.
  if (there && (await db.owner.actie.count()) > 0) return { db, regio: there };
  progress('De database is leeg: de doe-agenda van de regio wordt geladen …');
  return { db, regio: await loadRegion(db, clock.now()) };
}

/** The terminal, for a regio without a platform; there the clock can be moved, if the database is the embedded one. */
async function terminal(db: Database, regioId: number, ask: Ask, clock: MovableClock, run: Run) {
  const quarter = { now: clock.now, moveTo: clock.moveTo, nextDue: () => nextDue(db), runDue: run };
  return connectConsole({
    ask,
    input: process.stdin,
    output: process.stdout,
    first: (await db.inRegio(regioId, eersteSecretaris))?.email ?? '',
    nameOf: (email) =>
      db.inRegio(
        regioId,
        async (tx) => (await tx.persoon.findFirst({ where: { email, vertrokkenOp: null } }))?.naam,
      ),
    ...(db.kind === 'embedded' ? { quarter } : {}),
  });
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const clock = movableClock(wall, startTime(config));
  const { db, regio } = await openRegion(config, clock);
  const key = config.beeld && keyOf(config.beeld.secret);
  const pictures = config.beeld && key ? pictureUrl(config.beeld.publicUrl, key) : undefined;
  const exportKey = config.beeld && keyOf(config.beeld.secret, 'export');
  const exports = config.beeld && exportKey ? exportUrl(config.beeld.publicUrl, exportKey) : undefined;
  const kalenderKey = config.beeld && keyOf(config.beeld.secret, 'kalender');
  const kalenders =
    config.beeld && kalenderKey ? kalenderUrl(config.beeld.publicUrl, kalenderKey) : undefined;
  const urls = { pictureUrl: pictures, exportUrl: exports, kalenderUrl: kalenders };
  const ask = dispatcher({ db, commands, now: clock.now, log, ...urls });
  const platforms: Connection[] = await connect(config, db, { ask, now: wall.now, log });
  const ending = new AbortController();
  const pause = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal: ending.signal }).catch(() => {});
  let running = Promise.resolve(false);
  // One after the other: the tick and the terminal's clock both ask for it.
  const run = () => {
    running = running
      .catch(() => false)
      .then(() => runDue({ db, platforms, now: clock.now, log, stopped: ending.signal, pause }));
    return running;
  };
  const console = platforms.length === 0 ? await terminal(db, regio.id, ask, clock, run) : undefined;
  if (console) platforms.push(console);
  if (console) await install(db, 'console', 'console');

  const routes = [
    ...platforms.flatMap((platform) => platform.routes),
    ...(key ? [beeldRoute({ db, key, now: clock.now, log })] : []),
    ...(exportKey ? [exportRoute({ db, key: exportKey, now: clock.now, log })] : []),
    ...(kalenderKey ? [kalenderRoute({ db, key: kalenderKey, now: clock.now, log })] : []),
  ];
  const since = clock.now();
  const ready = async () => {
    const late = achterstandText(await achterstanden(db, clock.now(), since));
    return late === '' ? undefined : late;
  };
  const server = await startServer(routes, config, ready).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new UsageError(
      `Port ${config.port} is in use by another process. Give a free one, for example PORT=${config.port + 1}.`,
    );
  });
  const opened = {
    regio: regio.naam,
    config,
    port: server.port,
    now: clock.now(),
    quarter: db.kind === 'embedded',
  };
  process.stdout.write(`${await db.inRegio(regio.id, (tx) => welcome(tx, opened))}\n\n`);

  const work = every(
    TICK,
    async () => {
      const more = await run();
      await forgetOldRequests(db, clock.now());
      return more;
    },
    log,
  );
  const stopAll = async () => {
    ending.abort();
    await server.stop();
    await Promise.all(platforms.map((platform) => platform.stop()));
    await work.stop();
    await running.catch(() => {});
    await db.close();
    process.exit(0);
  };
  let stopping: Promise<void> | undefined;
  // A signal closes the terminal, and the end of the terminal's input stops too: once is enough.
  const stop = () => {
    stopping ??= stopAll();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
  if (console) await console.chat().then(stop);
}

try {
  await main();
} catch (error) {
  const expected =
    error instanceof ConfigError || error instanceof DatabaseInUse || error instanceof UsageError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
