import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { migrate, missingMigration } from '../../src/db/migrate.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { KINDS, postgresUrl } from '../database.ts';

const MIGRATIONS = globSync('prisma/migrations/*/migration.sql', { cwd: join(import.meta.dirname, '../..') })
  .map((file) => basename(dirname(file)))
  .sort();

test('the migrations make what schema.prisma says', async () => {
  expect(await missingMigration()).toBe('');
});

test('a migration is applied once', async () => {
  const pglite = await openPglite();
  const factory = new PrismaPGlite(pglite);
  expect(await migrate(factory)).toEqual(MIGRATIONS);
  expect(await migrate(factory)).toEqual([]);
  await pglite.close();
});

test('a database takes lists of a type right after the migration that made it', async () => {
  const db = await openDatabase({ memory: true });
  const asked = ['uitvraag', 'later'];
  const [row] = await db.owner.$queryRaw<{ found: boolean }[]>`
    select 'later' = any(${asked}::"HerinneringSoort"[]) as found`;
  expect(row).toEqual({ found: true });
  await db.close();
});

test.each(KINDS)('a migration that fails is not taken for applied: on %s', async (kind) => {
  const open = kind === 'embedded' ? await embeddedAfter(FORGET) : await postgresAfter(FORGET);
  await expect(openDatabase(open)).rejects.toThrow(/external connector error/i);
});

/** Then the last migration is done once more, and what it makes is in its way. */
const FORGET = `
  delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations)`;

async function embeddedAfter(script: string) {
  const pglite = await openPglite({ loadDataDir: new Blob([readFileSync(inject('embedded'))]) });
  await pglite.exec(script);
  const memory = await pglite.dumpDataDir('none');
  await pglite.close();
  return { memory };
}

async function postgresAfter(script: string) {
  const url = await postgresUrl();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(script);
  await client.end();
  return { url };
}
