import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDoeAgenda } from '../../src/regio/doe-agenda.ts';
import { loadDoeAgenda } from '../../src/regio/load-doe-agenda.ts';
import { KINDS } from '../database.ts';
import { START } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn } from '../talk.ts';
import { cellsOf, exported, KOPPEN, nieuweRij, rowsOf, xlsx } from './files.ts';

const FILES = `${import.meta.dirname}/../../prisma/doe-agenda`;

describe.each(KINDS)('export, import, export, on %s', (kind) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  afterAll(() => talk.close());

  /** Makes another regio, with everything of the doe-agenda except acties. */
  async function emptyRegio(): Promise<void> {
    const { id } = await talk.db.owner.regio.create({ data: { code: crypto.randomUUID(), naam: 'Elders' } });
    await talk.db.inRegio(id, async (tx) => {
      await loadDoeAgenda(tx, readDoeAgenda(FILES), START);
      await tx.trekker.deleteMany();
      const { id: organisatieId } = await tx.organisatie.findFirstOrThrow();
      const persoon = { naam: 'Secretaris', email: 's@elders.example', rol: 'secretaris' as const };
      await tx.persoon.create({ data: { ...persoon, organisatieId } });
    });
    // Doebot itself never removes an actie.
    await talk.db.owner.actie.deleteMany({ where: { regioId: id } });
    await talk.db.owner.installation.create({ data: { regioId: id, platform: 'slack', tenant: 'T2' } });
    elders = id;
  }
  let elders: number;
  const giveElders = async (bytes: Uint8Array) => {
    const account = { id: 'U2', address: {}, email: async () => 's@elders.example' };
    const file = { name: 'export.xlsx', size: bytes.length, read: async () => bytes };
    const base = { platform: 'slack' as const, tenant: 'T2', account };
    await talk.ask({ ...base, id: crypto.randomUUID(), say: { file } });
    const { id } = await talk.db.inRegio(elders, (tx) =>
      tx.import.findFirstOrThrow({ orderBy: { id: 'desc' } }),
    );
    const say = { command: 'import.toepassen', input: { import: id } };
    return JSON.stringify(await talk.ask({ ...base, id: crypto.randomUUID(), say }));
  };

  test("gives the same cells for the region's own data, here and in a regio without acties", async () => {
    const first = await exported(talk);
    expect(await talk.give(SECRETARIS, 'export.xlsx', first)).toContain('46 ongewijzigd, 0 fouten');
    expect(await cellsOf(await exported(talk))).toEqual(await cellsOf(first));
    await emptyRegio();
    expect(await giveElders(first)).toContain('46 nieuw (#1 tot en met #46)');
    const there = await exported({ inRegio: (work) => talk.db.inRegio(elders, work) });
    expect(await cellsOf(there)).toEqual(await cellsOf(first));
    const sheet = (bytes: Uint8Array) => unzipSync(bytes)['xl/worksheets/sheet1.xml'];
    expect(sheet(there)).toEqual(sheet(first));
  });

  // The rows are the same on either; the embedded database takes many times as long for them.
  if (kind === 'embedded') return;
  test('gives the same cells for 5,000 acties', { timeout: 300_000 }, async () => {
    const rijen = Array.from({ length: 5_000 - 46 }, (_, index) =>
      nieuweRij(`Actie ${index}: =SOM(A1;"x") & <b>é€😀</b>`, {
        Trekkers:
          ['gemeenten | UWV', 'nader te bepalen', 'IJmond Werkt! | Weener XL | TNO'][index % 3] ?? null,
        Themanummer: 1 + (index % 8),
        Status: ['Nader uit te werken', 'Loopt', 'Vertraagd', 'Afgerond', 'Gestopt'][index % 5] ?? null,
        Financiering: index % 2 === 0 ? '' : '007',
        Bron: '@import',
      }),
    );
    const proef = await talk.give(SECRETARIS, 'groot.xlsx', await xlsx([KOPPEN, ...rijen]));
    expect(proef).toContain('4954 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 fouten.');
    expect(await talk.say(SECRETARIS, 'Toepassen')).toContain('4954 nieuw (#47 tot en met #5000)');
    const first = await exported(talk);
    expect(await talk.give(SECRETARIS, 'export.xlsx', first)).toContain('5000 ongewijzigd, 0 fouten');
    const cells = await cellsOf(first);
    expect(cells[0]?.data).toHaveLength(5_001);
    const changed = (await rowsOf(first)).map((cellen, index) =>
      cellen.map((cel, kolom) => (index > 0 && kolom === 10 ? 'bijlage 7' : cel)),
    );
    const all = await talk.give(SECRETARIS, 'anders.xlsx', await xlsx(changed));
    expect(all).toContain('0 nieuw, 5000 gewijzigd, 0 ongewijzigd, 0 fouten.');
    await talk.say(SECRETARIS, 'Toepassen');
    await talk.give(SECRETARIS, 'terug.xlsx', first);
    await talk.say(SECRETARIS, 'Toepassen');
    expect(await cellsOf(await exported(talk))).toEqual(cells);
  });
});

test('an export is made to be read: bold headings that stay, widths, and lists of what can be filled in', async () => {
  const talk = await talkOn('postgres');
  const bytes = await exported(talk);
  await talk.close();
  const sheets = await cellsOf(bytes);
  expect(sheets.map(({ sheet, data }) => [sheet, data[0]])).toEqual([
    ['Acties', KOPPEN],
    ["Thema's", ['Nummer', 'Thema', 'Pijler']],
    ['Trekkers', ['Naam', 'Organisaties']],
  ]);
  expect(sheets[2]?.data).toContainEqual([
    'IJmond-gemeenten',
    'gemeente Velsen | gemeente Beverwijk | gemeente Heemskerk',
  ]);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toContain('state="frozen"');
  expect(xml).toMatch(/<col min="7" max="7" width="70"/);
});

test('a text that looks like a formula, a number or a sign is written as the text it is', async () => {
  const titels = [
    '=1+1',
    '+31 6',
    '-1',
    '@SOM(A1)',
    '007',
    '2026-01-04',
    'a_x000D_b',
    'regel 1\nregel 2',
    "'aanhaling",
    '<b>&amp;</b>',
  ];
  const talk = await talkOn('postgres');
  await talk.give(SECRETARIS, 'acties.csv', Buffer.from(csvOf(titels)));
  expect(await talk.say(SECRETARIS, 'Toepassen')).toContain('10 nieuw');
  const bytes = await exported(talk);
  expect(await talk.give(SECRETARIS, 'export.xlsx', bytes)).toContain('56 ongewijzigd');
  await talk.close();
  const cells = (await rowsOf(bytes)).slice(-titels.length).map((rij) => rij[6]);
  expect(cells).toEqual(titels);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).not.toContain('<f>');
  for (const rij of [48, 49, 50, 51, 52, 53]) expect(xml).toMatch(new RegExp(`<c r="G${rij}"[^>]* t="s"`));
});

const csvOf = (titels: string[]): string =>
  ['nummer;thema_nummer;actie;status;trekkers', ...titels.map((titel) => `;4;"${titel}";loopt;UWV`)].join(
    '\n',
  );
