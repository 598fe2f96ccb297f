import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { loadRegion } from '../../src/regio/load-region.ts';
import { START } from '../moments.ts';

const EERSTE = { naam: 'Anna de Vries', email: 'Anna@Haarlem.example', organisatie: 'haarlem' };

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ memory: true });
});
afterAll(() => db.close());

test.each([
  [{ ...EERSTE, email: 'anna' }, '--secretaris wants "Name <address>"'],
  [{ ...EERSTE, organisatie: 'nasa' }, '--organisatie nasa is not one'],
])('what is wrong is refused, and nothing is loaded: %j', async (eerste, why) => {
  await expect(loadRegion(db, START, eerste)).rejects.toThrow(why);
  expect(await db.owner.actie.count()).toBe(0);
});

test('a real regio begins with one person, and stays without the demo', async () => {
  const { id } = await loadRegion(db, START, EERSTE);
  await loadRegion(db, START, EERSTE);
  await loadRegion(db, START);
  const personen = await db.inRegio(id, (tx) => tx.persoon.findMany({ include: { organisatie: true } }));
  expect(personen).toMatchObject([
    {
      naam: 'Anna de Vries',
      email: 'anna@haarlem.example',
      rol: 'secretaris',
      organisatie: { code: 'haarlem' },
    },
  ]);
  expect(await db.inRegio(id, (tx) => tx.actie.count())).toBe(46);
  expect(await db.inRegio(id, (tx) => tx.logregel.count({ where: { wat: 'eerste secretaris' } }))).toBe(1);
  const other = loadRegion(db, START, { ...EERSTE, email: 'bob@haarlem.example' });
  await expect(other).rejects.toThrow('There is a secretaris already: Anna de Vries (anna@haarlem.example)');
});
