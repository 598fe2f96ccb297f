import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { type Cel, KOPPEN, nieuweRij } from './files.ts';
import { proevenOn } from './proef.ts';

const errorsIn = (text: string) => text.split('\n').filter((line) => line.startsWith('• ❌'));

describe.each(KINDS)('a file with errors, on %s', (kind) => {
  const { agenda, give, changed } = proevenOn(kind);

  test.each<[string, number, string, Cel, string]>([
    ['a word for a number', 5, 'Nummer', 'vier', 'A5: «vier» is geen nummer. «Nummer» is een heel getal'],
    ['half a number', 5, 'Nummer', 4.5, 'A5: «4.5» is geen nummer.'],
    [
      'a date for a number',
      5,
      'Nummer',
      new Date(Date.UTC(2026, 0, 4)),
      'A5: Hier staat een datum; «Nummer» is een heel getal.',
    ],
    ['a number that is there twice', 5, 'Nummer', 3, 'A5: Nummer 3 staat ook in rij 4.'],
    [
      'a number that no actie has',
      5,
      'Nummer',
      60,
      'A5: Actie #60 bestaat niet; het hoogste nummer is 46. Laat het nummer leeg',
    ],
    [
      'an unknown trekker',
      5,
      'Trekkers',
      'UWV | Heliomaar',
      'I5: Ik ken geen trekker «Heliomaar». Bedoel je «Heliomare»?',
    ],
    [
      'no trekker',
      5,
      'Trekkers',
      null,
      'I5: Er staat geen trekker. Weet je die nog niet? Zet er dan «nader te bepalen».',
    ],
    [
      'an unknown thema',
      5,
      'Themanummer',
      99,
      'C5: Thema 99 bestaat niet. Kies uit: 1 Daling werkloosheid, 2 ',
    ],
    [
      'a thema under another name',
      5,
      'Thema',
      'Zorg',
      'D5: Thema 1 heet «Daling werkloosheid», niet «Zorg».',
    ],
    [
      'a pijler under another name',
      5,
      'Pijler',
      'Werk naar werk',
      'B5: Thema 1 hoort bij de pijler «Uitkering naar werk», niet bij «Werk naar werk».',
    ],
    [
      'an unknown status',
      5,
      'Status',
      'Bezig',
      'H5: «Bezig» is geen status. Kies uit: Nader uit te werken, Loopt,',
    ],
    [
      'another status',
      5,
      'Status',
      'Vertraagd',
      'H5: De status wijzig je niet hier, maar in de chat, bijvoorbeeld met «actie 4 vertraagd …» en waarom. Zet hier weer «Nader uit te werken».',
    ],
    ['no titel', 5, 'Actie', '  ', 'G5: Actie #4 heeft geen titel.'],
    ['too long a titel', 5, 'Actie', 'x'.repeat(501), 'G5: «Actie» is 501 tekens lang; hoogstens 500 kan.'],
    [
      'a date for a text',
      5,
      'Bron',
      new Date(Date.UTC(2026, 0, 4)),
      'K5: Hier staat een datum; «Bron» is tekst.',
    ],
    ['yes or no for a text', 5, 'Bron', true, 'K5: Hier staat WAAR; «Bron» is tekst.'],
    [
      'what a broken formula leaves',
      5,
      'Bron',
      '#REF!',
      'K5: Hier staat een formule die niet klopt (#REF!).',
    ],
  ])('with %s says so at its cell, and cannot be applied', async (_, rij, kop, waarde, line) => {
    const text = await give(changed(rij, kop, waarde));
    expect(errorsIn(text)).toEqual([expect.stringContaining(line)]);
    expect(text).toContain('1 fout.');
    expect(text).toContain('Er is niets veranderd. Verbeter de fouten en stuur het bestand opnieuw.');
    expect(text).not.toContain('Toepassen]');
  });

  test('with a new actie that lacks what it needs says what, all at once', async () => {
    const leeg = { Actie: null, Status: null, Trekkers: null, Themanummer: null };
    const text = await give([KOPPEN, nieuweRij('', leeg)]);
    expect(errorsIn(text).map((line) => line.slice(4, 32).trim())).toEqual([
      'G2: Deze actie heeft geen ti',
      'C2: Er staat geen themanumme',
      'H2: Er staat geen status. Ki',
      'I2: Er staat geen trekker. W',
    ]);
  });

  test('with a new actie that is there already asks which is meant', async () => {
    const [titel] = [String(agenda[4]?.[6])];
    const text = await give([
      KOPPEN,
      nieuweRij(titel.toUpperCase()),
      nieuweRij('Twee keer'),
      nieuweRij('twee keer'),
    ]);
    expect(errorsIn(text)).toEqual([
      '• ❌ G2: Een actie met deze titel is er al: #4. Bedoel je die, zet dan 4 bij «Nummer».',
      '• ❌ G4: Een actie met deze titel is er al: rij 3.',
    ]);
  });

  test('with merged cells says which, and nothing of what they leave empty', async () => {
    const rijen = [
      KOPPEN,
      nieuweRij('Een'),
      nieuweRij('Twee', { Doelgroep: null }),
      nieuweRij('Drie', { Doelgroep: null }),
    ];
    const text = await give(rijen, { merges: [{ rij: 1, kolom: 4, rijen: 3, kolommen: 1 }] });
    expect(errorsIn(text)).toEqual([
      '• ❌ E2:E4: Deze cellen zijn samengevoegd. Splits ze en vul in elke cel wat er moet staan.',
    ]);
  });

  test('without a column that is needed, or with one twice, says which', async () => {
    const text = await give([KOPPEN.map((kop) => (kop === 'Status' ? 'Titel' : kop)), nieuweRij('Een')]);
    expect(errorsIn(text)).toEqual([
      expect.stringContaining('De kolom «Status» ontbreekt.'),
      '• ❌ H1: De kolom «Titel» staat er twee keer in. Haal er een weg.',
    ]);
  });

  test('with 5,001 acties is too long', async () => {
    const rijen = Array.from({ length: 5001 }, (_, index) => nieuweRij(`Actie ${index}`));
    expect(await give([KOPPEN, ...rijen])).toContain(
      'Het bestand heeft 5001 acties; 5000 kan. Splits het bestand.',
    );
  });

  test('that holds no acties says so', async () => {
    expect(await give([KOPPEN, [], [null, '  ']])).toBe(
      'In het bestand staan geen acties: onder de koppen is alles leeg.',
    );
  });
});
