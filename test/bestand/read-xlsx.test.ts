import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import writeSheets from 'write-excel-file/node';
import { readXlsx } from '../../src/bestand/read-xlsx.ts';
import { KOPPEN, nieuweRij, xlsx } from './files.ts';

const BROKEN = /^Dit bestand is beschadigd of geen XLSX/;

/** The same file with something changed in the XML of its first sheet. */
async function edited(change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await xlsx([KOPPEN, nieuweRij('Een')]));
  const path = 'xl/worksheets/sheet1.xml';
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
}

test('gives the cells as they are: text, numbers, dates, nothing', async () => {
  const day = new Date(Date.UTC(2026, 0, 4));
  const rijen = [['007', 12, 4.5, true, day, null, ' a  b ']];
  expect(await readXlsx(await xlsx(rijen))).toEqual({ rijen, samengevoegd: [] });
});

test('reads the sheet «Acties», wherever it stands; without it the first', async () => {
  const sheet = (naam: string, text: string) => ({ sheet: naam, data: [[{ value: text, type: String }]] });
  const read = async (...sheets: ReturnType<typeof sheet>[]) =>
    (await readXlsx(await writeSheets(sheets).toBuffer())).rijen;
  expect(await read(sheet('Uitleg', 'nee'), sheet('Acties', 'ja'))).toEqual([['ja']]);
  expect(await read(sheet('Blad1', 'ja'), sheet('Blad2', 'nee'))).toEqual([['ja']]);
});

test('names the cells that are merged, of that sheet only', async () => {
  const bytes = await xlsx(
    [
      ['a', null],
      [null, null],
      ['c', 'd'],
    ],
    { merges: [{ rij: 0, kolom: 0, rijen: 2, kolommen: 2 }] },
  );
  expect((await readXlsx(bytes)).samengevoegd).toEqual(['A1:B2']);
});

test('a formula without an outcome is named by its cell', async () => {
  const bytes = await edited((xml) =>
    xml.replace(/<c r="G2"[^>]*>.*?<\/c>/, '<c r="G2" t="str"><f>A1&amp;B1</f></c>'),
  );
  await expect(readXlsx(bytes)).rejects.toThrow(/^Cel G2 kan ik niet lezen; misschien staat er een formule/);
});

test('a formula that has its outcome is read as that', async () => {
  const bytes = await edited((xml) =>
    xml.replace(/<c r="G2"[^>]*>.*?<\/c>/, '<c r="G2" t="str"><f>A1&amp;B1</f><v>Samen</v></c>'),
  );
  expect((await readXlsx(bytes)).rijen[1]?.[6]).toBe('Samen');
});

test.each([
  [
    'row',
    '</row></sheetData>',
    '</row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
    /ver onder/,
  ],
  ['row number', '</row></sheetData>', '</row><row r="99999999999"></row></sheetData>', /rij 99999999999/],
  ['column', '</row></sheetData>', '</row><row r="3"><c r="XFD3"><v>1</v></c></row></sheetData>', /cel XFD3/],
])('something in a far %s is refused, before all up to there is made', async (_, from, to, message) => {
  await expect(readXlsx(await edited((xml) => xml.replace(from, to)))).rejects.toThrow(message);
});

test('a small file that holds very much is refused', async () => {
  const parts = unzipSync(await xlsx([KOPPEN]));
  const bomb = zipSync({ ...parts, 'xl/worksheets/sheet9.xml': new Uint8Array(51_000_000) });
  expect(bomb.length).toBeLessThan(1_000_000);
  await expect(readXlsx(bomb)).rejects.toThrow(/^Er zit te veel in dit bestand/);
});

test('a file that is cut off, or that is another kind of ZIP, is refused', async () => {
  const bytes = await xlsx([
    KOPPEN,
    ...Array.from({ length: 50 }, (_, index) => nieuweRij(`Actie ${index}`)),
  ]);
  for (const size of [2, 30, 500, bytes.length / 2])
    await expect(readXlsx(bytes.slice(0, size))).rejects.toThrow(BROKEN);
  await expect(readXlsx(zipSync({ 'word/document.xml': strToU8('<w/>') }))).rejects.toThrow(BROKEN);
  await expect(readXlsx(await edited((xml) => xml.slice(0, 300)))).rejects.toThrow(BROKEN);
});

test('5,000 acties are read', async () => {
  const rijen = [KOPPEN, ...Array.from({ length: 5_000 }, (_, index) => nieuweRij(`Actie ${index}`))];
  expect((await readXlsx(await xlsx(rijen))).rijen).toHaveLength(5_001);
});
