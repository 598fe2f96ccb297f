import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/bestand/read-csv.ts';
import { csv } from './files.ts';

const RIJEN = [
  ['nummer', 'actie', 'trekkers'],
  ['1', 'Creëren; "nieuw", met\nregels', 'UWV'],
];

describe.each([';', ',', '\t'])('a CSV with «%s» in between', (teken) => {
  const text = csv(RIJEN, teken);

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ["Windows' own encoding", Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('is read in %s', (_, bytes) => {
    expect(readCsv(bytes)).toEqual({ rijen: RIJEN, samengevoegd: [] });
  });
});

test("the euro sign of Windows' own encoding is read", () => {
  expect(readCsv(Buffer.from([0x6e, 0x72, 0x3b, 0x80])).rijen).toEqual([['nr', '€']]);
});

test('rows may have more or fewer cells than there are headings', () => {
  expect(readCsv(Buffer.from('nummer;actie\n1\n2;a;b\n')).rijen).toEqual([
    ['nummer', 'actie'],
    ['1'],
    ['2', 'a', 'b'],
  ]);
});

test('a quotation mark too many is refused, and says in which line', () => {
  expect(() => readCsv(Buffer.from('nummer;actie\n1;"a" b\n'))).toThrow(
    /^Dit CSV-bestand klopt niet \(regel 2\)/,
  );
});

test('what is no text is refused', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
  expect(() => readCsv(png)).toThrow(/^Dit is geen XLSX- of CSV-bestand/);
});
