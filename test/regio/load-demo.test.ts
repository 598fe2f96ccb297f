import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { regionDatabase, regioOf } from '../database.ts';

let db: Database;
let regio: number;
beforeAll(async () => {
  db = await regionDatabase('embedded');
  regio = await regioOf(db);
});
afterAll(() => db.close());

test('the demo has functions, not people: a trekker everywhere, a bestuurder where the RBA has a zetel', async () => {
  const personen = await db.inRegio(regio, (tx) => tx.persoon.findMany({ include: { organisatie: true } }));
  for (const { email, naam, rol, organisatie } of personen) {
    expect(email).toBe(`${rol}@${organisatie.code}.example`);
    expect(naam).toMatch(/^(?:Trekker|Bestuurder) .+|^Ambtelijk secretaris$/);
  }
  const bestuurders = personen
    .filter(({ rol }) => rol === 'bestuurder')
    .map(({ organisatie }) => organisatie.code);
  expect(bestuurders).toHaveLength(17);
  expect(bestuurders).toContain('paswerk');
});

test('every zetel of the RBA is held, and none of an overleg that was taken over', async () => {
  const zetels = await db.inRegio(regio, (tx) =>
    tx.zetel.findMany({ include: { overleg: true, bezettingen: true } }),
  );
  for (const { overleg, bezettingen } of zetels) {
    expect(bezettingen.length, overleg.code).toBe(overleg.code === 'BOA' ? 0 : 1);
  }
});
