import { openDatabase } from '../../src/db/database.ts';
import { keep, putBack } from '../kept.ts';

/**
 * One PostgreSQL database for many seeds: each finds it as it is right after the migrations, its counters too. What is
 * in it is taken out.
 */
export async function openArena(url: string) {
  const db = await openDatabase({ url });
  const tables = await db.owner.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`;
  const clear = `truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`;
  await db.owner.$executeRawUnsafe(clear);
  await keep(db);
  return {
    async empty() {
      await putBack(db);
      return db;
    },
    close: () => db.close(),
  };
}
