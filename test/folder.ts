import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { inject } from 'vitest';

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'doebot-program-'));

export const removeFolder = (dir: string) => rmSync(dir, { recursive: true, force: true });

/** A copy of a data folder that no process has open. */
export function copyFolder(of: string): string {
  const dir = emptyFolder();
  cpSync(of, dir, { recursive: true });
  return dir;
}

/** A data folder of one's own in which the region is loaded, as of `START`. */
export async function preparedFolder(): Promise<string> {
  const dir = emptyFolder();
  const loadDataDir = new Blob([readFileSync(inject('embedded'))]);
  const pglite = new PGlite({
    dataDir: join(dir, 'postgres'),
    loadDataDir,
    extensions: { pg_trgm, unaccent },
  });
  await pglite.waitReady;
  await pglite.close();
  return dir;
}
