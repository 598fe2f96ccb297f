import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { install } from '../../src/regio/install.ts';
import { regionDatabase } from '../database.ts';

let db: Database;
beforeAll(async () => {
  db = await regionDatabase('embedded');
});
afterAll(() => db.close());

test('a workspace belongs to the only regio there is, and keeps to it when there are more', async () => {
  await install(db, 'slack', 'T1');
  await install(db, 'slack', 'T1');
  await db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
  await install(db, 'slack', 'T1');
  expect(await db.owner.installation.count({ where: { tenant: 'T1' } })).toBe(1);
  await expect(install(db, 'slack', 'T2')).rejects.toThrow(/belongs to no regio/);
});
