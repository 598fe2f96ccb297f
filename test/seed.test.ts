import { readdirSync } from 'node:fs';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../src/db/database.ts';
import { postgresUrl, regioOf } from './database.ts';
import { emptyFolder, preparedFolder, removeFolder } from './folder.ts';
import { startProgram } from './process.ts';

const COUNTS = `Zuid-Kennemerland en IJmond
  acties: 46
  thema's: 8
  organisaties: 32
  personen: 50
  overleggen: 11
  zetels: 31
  vergaderingen: 1
  herinneringen: 232
`;

let dir: string;
afterEach(() => removeFolder(dir));

/** What `npm run seed` prints. */
async function seed(env: Record<string, string> = {}): Promise<string> {
  await using program = startProgram(dir, { script: 'seed', env });
  expect(await program.exited).toEqual({ status: 0, signal: null });
  return program.out();
}

test('loads the region into an empty database, that of DATABASE_URL here, and prints what is in it', async () => {
  dir = emptyFolder();
  const DATABASE_URL = await postgresUrl();
  const client = new Client({ connectionString: DATABASE_URL });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
  expect(await seed({ DATABASE_URL })).toBe(COUNTS);
  expect(readdirSync(dir)).toEqual([]);
});

test('changes nothing the second time: the counts are the same, a changed status stays', async () => {
  dir = await preparedFolder();
  const statusOf = async (status?: 'gestopt') => {
    const db = await openDatabase({ dir });
    const where = { nummer: 12 };
    const actie = await db.inRegio(await regioOf(db), async (tx) => {
      if (status) await tx.actie.updateMany({ where, data: { status } });
      return tx.actie.findFirstOrThrow({ where });
    });
    await db.close();
    return actie.status;
  };
  await statusOf('gestopt');
  expect(await seed()).toBe(COUNTS);
  expect(await statusOf()).toBe('gestopt');
});
