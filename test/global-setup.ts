import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../src/db/database.ts';
import { loadRegion } from '../src/regio/load-region.ts';
import { START } from './moments.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A file with an embedded database in which the region is loaded. */
    embedded: string;
    /** The address of a PostgreSQL database in which the region is loaded, to copy. */
    postgres: string;
  }
}

/** Loads the region once in a database of each kind; every test file works on copies. */
export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), 'doebot-test-'));
  const server = await startPostgres();
  const template = await server.createDatabase('template_region');
  const postgres = await openDatabase({ url: template });
  await loadRegion(postgres, START);
  await postgres.close();

  const embedded = await openDatabase({ memory: true });
  await loadRegion(embedded, START);
  const file = join(dir, 'region.tar');
  const dump = await embedded.dump?.();
  if (dump) writeFileSync(file, await dump.bytes());
  await embedded.close();

  project.provide('embedded', file);
  project.provide('postgres', template);
  return async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
