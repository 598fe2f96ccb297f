import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { migrate, missingMigration } from '../../src/db/migrate.ts';
import { openPglite } from '../../src/db/pglite.ts';

const MIGRATIONS = globSync('prisma/migrations/*/migration.sql', { cwd: join(import.meta.dirname, '../..') })
  .map((file) => basename(dirname(file)))
  .sort();

test('the migrations make what schema.prisma says', async () => {
  expect(await missingMigration()).toBe('');
}, 120_000);

test('a migration is applied once', async () => {
  const pglite = await openPglite();
  const factory = new PrismaPGlite(pglite);
  expect(await migrate(factory)).toEqual(MIGRATIONS);
  expect(await migrate(factory)).toEqual([]);
  await pglite.close();
}, 120_000);

test('a database takes lists of a type right after the migration that made it', async () => {
  const db = await openDatabase({ memory: true });
  const asked = ['uitvraag', 'later'];
  const [row] = await db.owner.$queryRaw<{ found: boolean }[]>`
    select 'later' = any(${asked}::"HerinneringSoort"[]) as found`;
  expect(row).toEqual({ found: true });
  await db.close();
}, 120_000);
