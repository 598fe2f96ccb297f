import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';

/** PostgreSQL inside this process, with what Doebot needs of it. Without a folder it is gone at close. */
export async function openPglite(options: PGliteOptions = {}): Promise<PGlite> {
  const pglite = new PGlite({ ...options, extensions: { pg_trgm, unaccent } });
  await pglite.waitReady;
  // Prisma writes and reads timestamps as if the session's zone were UTC, so it has to be.
  await pglite.exec("set timezone = 'UTC'");
  return pglite;
}
