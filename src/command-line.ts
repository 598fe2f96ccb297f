import { type Config, ConfigError, readConfig } from './config.ts';
import { type Database, DatabaseInUse, openDatabase } from './db/database.ts';
import { Refusal } from './refusal.ts';

/** What whoever runs a command did wrong; shown without a stack. */
export class UsageError extends Error {}

/** Runs `work` on the only regio of the database that `npm start` uses, and ends the process. False is exit status 1. */
export async function onRegio(work: (db: Database, regioId: number) => Promise<boolean>): Promise<never> {
  try {
    const config = readConfig();
    const db = await open(config);
    const done = await onlyRegio(db)
      .then((id) => work(db, id))
      .finally(() => db.close());
    // Prisma's engine leaves a timer of ten seconds behind when it has migrated.
    process.exit(done ? 0 : 1);
  } catch (error) {
    const expected = [ConfigError, UsageError, Refusal].some((kind) => error instanceof kind);
    process.stderr.write(`${error instanceof Error ? (expected ? error.message : error.stack) : error}\n`);
    process.exit(1);
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
