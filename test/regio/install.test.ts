import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { install, installMail, uninstallMail } from '../../src/regio/install.ts';
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

test('every regio has mail of its own, by its code', async () => {
  const codes = await installMail(db);
  expect(codes).toHaveLength(2);
  expect(await installMail(db)).toEqual(codes);
  const rows = await db.owner.installation.findMany({
    where: { platform: 'mail' },
    include: { regio: true },
  });
  expect(rows.map(({ tenant }) => tenant).sort()).toEqual([...codes].sort());
  for (const { regio, tenant } of rows) expect(regio.code).toBe(tenant);
  await uninstallMail(db);
  expect(await db.owner.installation.count({ where: { platform: 'mail' } })).toBe(0);
});
