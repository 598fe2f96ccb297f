import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { KINDS, regionDatabase, regioOf } from '../database.ts';

describe.each(KINDS)('the wall between regios, on %s', (kind) => {
  let db: Database;
  let haarlem: number;
  let other: number;

  beforeAll(async () => {
    db = await regionDatabase(kind);
    haarlem = await regioOf(db);
    other = (await db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } })).id;
  });
  afterAll(() => db.close());

  test('shows nothing of another regio', async () => {
    const seen = await db.inRegio(other, async (tx) => [
      await tx.actie.count(),
      await tx.persoon.count(),
      await tx.herinnering.count(),
      (await tx.$queryRaw<{ n: bigint }[]>`select count(*) as n from actie`)[0]?.n,
      (await tx.regio.findMany()).map(({ id }) => id),
    ]);
    expect(seen).toEqual([0, 0, 0, 0n, [other]]);
    expect(await db.inRegio(haarlem, (tx) => tx.actie.count())).toBe(46);
  });

  test('writes in the regio of the transaction, and refuses another one', async () => {
    const row = { code: 'x', naam: 'X', soort: 'gemeente' };
    const made = await db.inRegio(other, (tx) => tx.organisatie.create({ data: row }));
    expect(made.regioId).toBe(other);
    const wrong = db.inRegio(other, (tx) =>
      tx.organisatie.create({ data: { ...row, code: 'y', regioId: haarlem } }),
    );
    await expect(wrong).rejects.toThrow(/row-level security/);
  });

  test('changes and deletes nothing of another regio', async () => {
    const touched = await db.inRegio(other, async (tx) => [
      (await tx.actie.updateMany({ where: { regioId: haarlem }, data: { titel: 'weg' } })).count,
      (await tx.trekker.deleteMany({ where: { regioId: haarlem } })).count,
    ]);
    expect(touched).toEqual([0, 0]);
  });

  test('lets no row refer to a row of another regio', async () => {
    const persoon = await db.inRegio(haarlem, (tx) => tx.persoon.findFirstOrThrow());
    const account = {
      persoonId: persoon.id,
      platform: 'console' as const,
      tenant: 'console',
      accountId: 'x',
    };
    const strange = db.inRegio(other, (tx) => {
      return tx.account.create({ data: { ...account, address: {}, seenAt: new Date(0) } });
    });
    await expect(strange).rejects.toThrow(/[Ff]oreign key/);
  });

  test('shows nothing where no regio is set', async () => {
    const count = await db.owner.$transaction(async (tx) => {
      await tx.$executeRaw`set local role doebot_app`;
      return tx.actie.count();
    });
    expect(count).toBe(0);
  });

  test('stands around every table that has rows of a regio', async () => {
    const open = await db.owner.$queryRaw<{ relname: string }[]>`
      select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not like '\_prisma%'
      and (not relrowsecurity or not exists (select 1 from pg_policy where polrelid = pg_class.oid))`;
    expect(open).toEqual([]);
  });

  test('keeps the record from being rewritten', async () => {
    const rewrite = db.inRegio(haarlem, (tx) => tx.logregel.updateMany({ data: { wat: 'anders' } }));
    await expect(rewrite).rejects.toThrow(/permission denied/);
  });
});
