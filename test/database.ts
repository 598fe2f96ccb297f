import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { expect, inject } from 'vitest';
import { TENANT } from '../src/console/session.ts';
import { type Database, openDatabase } from '../src/db/database.ts';
import { install } from '../src/regio/install.ts';
import { keep, putBack } from './kept.ts';

export type Kind = Database['kind'];

/** Both databases that Doebot runs on. */
export const KINDS: Kind[] = ['embedded', 'postgres'];

/** Past this it is slower to work in what earlier tests left behind than to open another, in bytes. */
const GROWN = 24 * 1024 * 1024;

/** One for each kind, which the test files of a worker use one after the other. */
type Shared = { db: Database; usedBy: string | undefined };
const shared: Partial<Record<Kind, Shared>> = {};

/**
 * A database with the region loaded, as of `START`, and nothing else, whoever used it before. Closing it gives it back.
 * A file that asks for a second one before that gets one of its own.
 */
export async function regionDatabase(kind: Kind): Promise<Database> {
  const file = expect.getState().testPath ?? '';
  const there = shared[kind];
  // What another file did not give back is taken: that file has ended.
  if (there?.usedBy === file) return ownDatabase(kind);
  if (there) {
    there.usedBy = file;
    await putBack(there.db);
    if (!(await hasGrown(there.db))) return lent(there);
    await there.db.close();
  }
  const opened = { db: await ownDatabase(kind), usedBy: file };
  shared[kind] = opened;
  return lent(opened);
}

const lent = (from: Shared): Database => ({
  ...from.db,
  close: async () => {
    from.usedBy = undefined;
  },
});

async function hasGrown({ owner }: Database): Promise<boolean> {
  const [row] = await owner.$queryRaw<{ grown: boolean }[]>`
    select pg_database_size(current_database()) > ${GROWN} as grown`;
  return row?.grown ?? false;
}

/** A database with the region loaded that no other test uses: to stop, break or migrate, and to close. */
export async function ownDatabase(kind: Kind): Promise<Database> {
  const db = await (kind === 'embedded'
    ? openDatabase({ memory: new Blob([readFileSync(inject('embedded'))]) })
    : openDatabase({ url: await postgresUrl() }));
  await install(db, 'console', TENANT);
  await keep(db);
  return db;
}

/** The address of a PostgreSQL database of one's own with the region loaded. */
export async function postgresUrl(): Promise<string> {
  const template = new URL(inject('postgres'));
  const addressOf = (database: string) => Object.assign(new URL(template), { pathname: `/${database}` }).href;
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: addressOf('postgres') });
  await client.connect();
  // Copying refuses while another test file is copying the same template.
  await client.query('select pg_advisory_lock(1)');
  await client.query(`create database ${name} template ${template.pathname.slice(1)}`);
  await client.end();
  return addressOf(name);
}

/** The only regio of a database with the region loaded. */
export async function regioOf(db: Database): Promise<number> {
  return (await db.owner.regio.findFirstOrThrow()).id;
}
