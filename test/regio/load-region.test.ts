import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { isWerkdag } from '../../src/kalender/werkdag.ts';
import { loadRegion } from '../../src/regio/load-region.ts';
import { KINDS, regionDatabase, regioOf } from '../database.ts';
import { START } from '../moments.ts';

describe.each(KINDS)('loading the region, on %s', (kind) => {
  let db: Database;
  let regio: number;
  beforeAll(async () => {
    db = await regionDatabase(kind);
    regio = await regioOf(db);
  });
  afterAll(() => db.close());

  const counts = () =>
    db.inRegio(regio, async (tx) => ({
      pijlers: await tx.pijler.count(),
      themas: await tx.thema.count(),
      acties: await tx.actie.count(),
      trekkers: await tx.trekker.count(),
      organisaties: await tx.organisatie.count(),
      personen: await tx.persoon.count(),
      overleggen: await tx.overleg.count(),
      zetels: await tx.zetel.count(),
      bezettingen: await tx.bezetting.count(),
      vergaderingen: await tx.vergadering.count(),
      herinneringen: await tx.herinnering.count(),
    }));

  test('gives the region its own doe-agenda', async () => {
    expect(await counts()).toMatchObject({
      pijlers: 4,
      themas: 8,
      acties: 46,
      organisaties: 32,
      personen: 32 + 17 + 1,
      overleggen: 11,
      zetels: 31,
      vergaderingen: 1,
    });
  });

  test('again changes nothing, and leaves what people changed', async () => {
    await db.inRegio(regio, (tx) =>
      tx.actie.updateMany({ where: { nummer: 4 }, data: { status: 'vertraagd' } }),
    );
    const before = await counts();
    await loadRegion(db, START.add({ hours: 24 * 30 }));
    expect(await counts()).toEqual(before);
    const { status } = await db.inRegio(regio, (tx) => tx.actie.findFirstOrThrow({ where: { nummer: 4 } }));
    expect(status).toBe('vertraagd');
  });

  test('plans the RBA on a working day about seven weeks ahead', async () => {
    const { begin } = await db.inRegio(regio, (tx) => tx.vergadering.findFirstOrThrow());
    const date = begin.toTemporalInstant().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate();
    expect(isWerkdag(date)).toBe(true);
    const days = START.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().until(date).days;
    expect(days).toBeGreaterThanOrEqual(49);
    expect(days).toBeLessThanOrEqual(53);
  });

  test('knows the overleg that took over another', async () => {
    const boa = await db.inRegio(regio, (tx) =>
      tx.overleg.findFirst({ where: { code: 'BOA' }, include: { opvolger: true } }),
    );
    expect(boa?.opvolger?.code).toBe('RBA');
    expect(boa?.opvolgerVanaf?.toISOString().slice(0, 10)).toBe('2023-01-01');
  });
});
