import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { expect, test } from 'vitest';
import { migrate, missingMigration } from '../../src/db/migrate.ts';

/** Prisma compares by building the migrations in an empty database, which needs our extensions too. */
class Factory extends PrismaPGlite {
  override connectToShadowDb() {
    return new PrismaPGlite(new PGlite({ extensions: { pg_trgm, unaccent } })).connect();
  }
}

test('the migrations make what schema.prisma says, and are applied once', async () => {
  const pglite = new PGlite({ extensions: { pg_trgm, unaccent } });
  const factory = new Factory(pglite);
  expect(await missingMigration(factory)).toMatch(/^(?:-- This is an empty migration\.\s*)?$/);
  expect(await migrate(factory)).toEqual(['20261122000000_begin']);
  expect(await migrate(factory)).toEqual([]);
  await pglite.close();
}, 120_000);
