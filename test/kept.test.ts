import { afterEach, describe, expect, test } from 'vitest';
import type { Database } from '../src/db/database.ts';
import { KINDS, regionDatabase } from './database.ts';
import { putBack } from './kept.ts';
import { SECRETARIS, talkOn, UWV } from './talk.ts';

const TABLES = `select quote_ident(relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations' order by 1`;

/** All that is in it, and the last number of every sequence, as text. */
async function contentOf({ owner }: Database): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {
    sequences:
      await owner.$queryRaw`select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`,
  };
  for (const { name } of await owner.$queryRawUnsafe<{ name: string }[]>(TABLES))
    found[name] = await owner.$queryRawUnsafe(`select t::text from ${name} as t order by 1`);
  return found;
}

/** Does it to every table, without a foreign key in the way. */
const inAll = ({ owner }: Database, sqlFor: (table: string) => string) =>
  owner.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    for (const { name } of await tx.$queryRawUnsafe<{ name: string }[]>(TABLES))
      await tx.$executeRawUnsafe(sqlFor(name));
  });

describe.each(KINDS)('what tests did to the database, on %s,', (kind) => {
  const open: Database[] = [];
  afterEach(async () => {
    for (const db of open.splice(0)) await db.close();
  });
  const opened = async () => {
    const db = await regionDatabase(kind);
    open.push(db);
    return db;
  };

  test('is put back: rows that went, rows that changed, rows that came, and the numbers of sequences', async () => {
    const db = await opened();
    const before = await contentOf(db);
    expect(before['actie']).toHaveLength(46);
    await inAll(db, (table) => `delete from ${table}`);
    await db.owner
      .$executeRaw`select nextval(oid::regclass) from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`;
    expect(await contentOf(db)).not.toEqual(before);
    await putBack(db);
    expect(await contentOf(db)).toEqual(before);
    await db.owner.$executeRaw`update actie set titel = 'Anders' where nummer < 9`;
    await db.owner.$executeRaw`update actie set nummer = nummer + 1000 where nummer > 40`;
    await db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
    await putBack(db);
    expect(await contentOf(db)).toEqual(before);
  });

  test('is gone for who gets it next', async () => {
    const first = await opened();
    const before = await contentOf(first);
    await first.close();
    const talk = await talkOn(kind);
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await talk.say(SECRETARIS, 'persoon toevoegen Els els@haarlem.example haarlem secretaris');
    await talk.run();
    expect(await contentOf(talk.db)).not.toEqual(before);
    await talk.close();
    expect(await contentOf(await opened())).toEqual(before);
  });

  test('is not seen by who has another one open at the same time', async () => {
    const [one, other] = [await opened(), await opened()];
    await inAll(one, (table) => `delete from ${table}`);
    expect(await other.owner.actie.count()).toBe(46);
  });
});
