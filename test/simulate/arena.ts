import { type Database, openDatabase } from '../../src/db/database.ts';

/** One embedded database for many seeds: each finds it as it is right after the migrations, its counters too. */
export async function openArena() {
  const db: Database = await openDatabase({ memory: true });
  const tables = await db.owner.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`;
  const clear = `truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`;
  return {
    db,
    async empty() {
      await db.owner.$executeRawUnsafe(clear);
      return db;
    },
    close: () => db.close(),
  };
}
