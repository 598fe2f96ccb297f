import { expect, test } from 'vitest';
import { readBestand } from '../../src/bestand/read-bestand.ts';
import { csv, KOPPEN, nieuweRij, xlsx } from './files.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

test('an XLSX and a CSV with the same cells are read as the same', async () => {
  const rijen = [KOPPEN, nieuweRij('Eén')];
  expect(await readBestand(Buffer.from(csv(rijen)))).toEqual(await readBestand(await xlsx(rijen)));
});

test.each([
  ['nothing', [], /^Het bestand is leeg/],
  ['an old XLS', [...OLE, ...Array(600).fill(0)], /^Dit is een bestand van een oude Excel \(XLS\)/],
  [
    'a password',
    [...OLE, ...Buffer.from('EncryptedPackage', 'utf16le')],
    /^Dit bestand heeft een wachtwoord/,
  ],
  ['a picture', [0xff, 0xd8, 0xff, 0xe0, 0, 16], /^Dit is geen XLSX- of CSV-bestand/],
  ['a ZIP that is broken', [0x50, 0x4b, 3, 4, 1, 2, 3], /^Dit bestand is beschadigd of geen XLSX/],
])('a file with %s is refused', async (_, bytes, message) => {
  await expect(readBestand(new Uint8Array(bytes))).rejects.toThrow(message);
});

test('empty rows at the end and in between are let pass', async () => {
  const { rijen } = await readBestand(
    await xlsx([KOPPEN, nieuweRij('Een'), [], nieuweRij('Twee'), [' '], [null, '\n']]),
  );
  expect(rijen.map(({ rij, cellen }) => [rij, cellen.actie])).toEqual([
    [2, 'Een'],
    [4, 'Twee'],
  ]);
});

test('an exact 5,000 acties are taken', async () => {
  const rijen = Array.from({ length: 5_000 }, (_, index) => nieuweRij(`Actie ${index}`));
  expect((await readBestand(Buffer.from(csv([KOPPEN, ...rijen])))).rijen).toHaveLength(5_000);
});
