import { type Config, ConfigError, readConfig } from './config.ts';
import { type Database, DatabaseInUse, openDatabase, type Tx } from './db/database.ts';
import { Refusal } from './refusal.ts';

/** What whoever runs a command did wrong; shown without a stack. */
export class UsageError extends Error {}

/** Ends the process when `work` is done: false is exit status 1. What was done wrong is shown without a stack. */
export async function commandLine(work: () => Promise<boolean>): Promise<never> {
  try {
    const done = await work();
    // Prisma's engine leaves a timer of ten seconds behind when it has migrated.
    process.exit(done ? 0 : 1);
  } catch (error) {
    const expected = [ConfigError, UsageError, Refusal].some((kind) => error instanceof kind);
    process.stderr.write(`${error instanceof Error ? (expected ? error.message : error.stack) : error}\n`);
    process.exit(1);
  }
}

/** Runs `work` in one transaction of the only regio in the database that `npm start` uses. */
export async function inOnlyRegio<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const db = await open(readConfig());
  try {
    return await db.inRegio(await onlyRegio(db), work);
  } finally {
    await db.close();
  }
}

async function open({ databaseUrl, dataDir }: Config): Promise<Database> {
  try {
    return await openDatabase(databaseUrl ? { url: databaseUrl } : { dir: dataDir });
  } catch (error) {
    if (!(error instanceof DatabaseInUse)) throw error;
    throw new UsageError(`${error.message}. Stop Doebot first, or give it the file in the chat.`);
  }
}

async function onlyRegio({ owner }: Database): Promise<number> {
  const [regio, ...more] = await owner.regio.findMany({ take: 2 });
  if (!regio) throw new UsageError('The database is empty. Load the region first, with npm run seed.');
  if (more.length > 0)
    throw new UsageError('There is more than one regio. Use the chat of the one you mean.');
  return regio.id;
}
