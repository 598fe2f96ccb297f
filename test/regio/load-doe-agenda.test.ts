import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { readDoeAgenda } from '../../src/regio/doe-agenda.ts';
import { loadDoeAgenda } from '../../src/regio/load-doe-agenda.ts';
import { regionDatabase, regioOf } from '../database.ts';
import { at, START } from '../moments.ts';

const FILES = join(import.meta.dirname, '../../prisma/doe-agenda');
let db: Database;
let dir: string;
beforeAll(async () => {
  db = await regionDatabase('embedded');
  dir = mkdtempSync(join(tmpdir(), 'doebot-files-'));
  cpSync(FILES, dir, { recursive: true });
});
afterAll(async () => {
  await db.close();
  rmSync(dir, { recursive: true });
});

const edit = (name: string, from: string, to: string) => {
  const file = join(dir, `${name}.csv`);
  writeFileSync(file, readFileSync(join(FILES, `${name}.csv`), 'utf8').replace(from, to));
};

test('a second regio can have the same doe-agenda', async () => {
  const { id } = await db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
  await db.inRegio(id, (tx) => loadDoeAgenda(tx, readDoeAgenda(FILES), START));
  expect(await db.inRegio(id, (tx) => tx.actie.count())).toBe(46);
  expect(await db.owner.actie.count()).toBe(92);
});

test('an actie that comes later is new from then on; what the regio began with is not', async () => {
  const file = join(dir, 'doe-agenda.csv');
  const text = readFileSync(file, 'utf8');
  const last = text.trim().split('\n').at(-1) ?? '';
  writeFileSync(file, `${text.trim()}\n${last.replace(/^46;/, '47;')}\n`);
  const later = at('2027-02-01T09:00');
  const regio = await regioOf(db);
  await db.inRegio(regio, (tx) => loadDoeAgenda(tx, readDoeAgenda(dir), later));
  const acties = await db.inRegio(regio, (tx) => tx.actie.findMany({ where: { nummer: { in: [46, 47] } } }));
  const times = acties.sort((a, b) => a.nummer - b.nummer).map(({ toegevoegdOp }) => toegevoegdOp);
  expect(times).toEqual([null, new Date(later.epochMilliseconds)]);
  edit('doe-agenda', '', '');
});

test('a wrong file is named with line and column', () => {
  edit('doe-agenda', '2;Uitkering naar werk;1;', 'twee;Uitkering naar werk;1;');
  expect(() => readDoeAgenda(dir)).toThrow(/doe-agenda\.csv, line 3: nummer: /);
  edit('doe-agenda', '', '');
});

test('a zetel of an organisatie that does not exist is named, and nothing is loaded', async () => {
  edit('zetels', 'RBA;fnv;', 'RBA;vakbond-x;');
  const { id } = await db.owner.regio.create({ data: { code: 'fout', naam: 'Fout' } });
  await expect(db.inRegio(id, (tx) => loadDoeAgenda(tx, readDoeAgenda(dir), START))).rejects.toThrow(
    /«vakbond-x»/,
  );
  expect(await db.inRegio(id, (tx) => tx.organisatie.count())).toBe(0);
});

test('a trekker that is no organisatie, no groep and not «nader te bepalen» is named, and nothing is loaded', async () => {
  edit('doe-agenda', ';RMC|Heliomare;', ';RMC|Heliomaar;');
  const { id } = await db.owner.regio.create({ data: { code: 'vreemd', naam: 'Vreemd' } });
  await expect(db.inRegio(id, (tx) => loadDoeAgenda(tx, readDoeAgenda(dir), START))).rejects.toThrow(
    /«Heliomaar»/,
  );
  expect(await db.inRegio(id, (tx) => tx.actie.count())).toBe(0);
});

test('a groep that the regio changed stays as it is', async () => {
  const regio = await regioOf(db);
  const names = () =>
    db.inRegio(regio, async (tx) =>
      (await tx.groep.findMany({ orderBy: { id: 'asc' } })).map(({ naam }) => naam),
    );
  expect(await names()).toContain('onderwijsinstellingen');
  await db.inRegio(regio, (tx) => tx.groep.deleteMany({ where: { naam: 'onderwijsinstellingen' } }));
  await db.inRegio(regio, (tx) => loadDoeAgenda(tx, readDoeAgenda(FILES), START));
  expect(await names()).not.toContain('onderwijsinstellingen');
});
