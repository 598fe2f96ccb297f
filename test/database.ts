import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../src/db/database.ts';

export type Kind = Database['kind'];

/** Both databases that Doebot runs on. */
export const KINDS: Kind[] = ['embedded', 'postgres'];

/** A database of one's own with the region loaded, as of `START`. */
export function regionDatabase(kind: Kind): Promise<Database> {
  return kind === 'embedded'
    ? openDatabase({ memory: new Blob([readFileSync(inject('embedded'))]) })
    : copyPostgres();
}

/** The address of a PostgreSQL database of one's own with the region loaded. */
export async function postgresUrl(): Promise<string> {
  const template = new URL(inject('postgres'));
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: new URL('/postgres', template).href });
  await client.connect();
  // Copying refuses while another test file is copying the same template.
  await client.query('select pg_advisory_lock(1)');
  await client.query(`create database ${name} template ${template.pathname.slice(1)}`);
  await client.end();
  return new URL(`/${name}`, template).href;
}

async function copyPostgres(): Promise<Database> {
  return openDatabase({ url: await postgresUrl() });
}

/** The only regio of a database with the region loaded. */
export async function regioOf(db: Database): Promise<number> {
  return (await db.owner.regio.findFirstOrThrow()).id;
}
