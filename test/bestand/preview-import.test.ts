import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';
import { type Cel, csv, exported, KOPPEN, nieuweRij, rowsOf, xlsx } from './files.ts';

describe.each(KINDS)('a file that is given, on %s', (kind) => {
  let talk: Talk;
  let agenda: Cel[][];
  beforeAll(async () => {
    talk = await talkOn(kind);
    agenda = await rowsOf(await exported(talk));
  });
  beforeEach(() => talk.reset());
  afterAll(() => talk.close());

  const give = async (rijen: Cel[][], options = {}) =>
    talk.give(SECRETARIS, 'acties.xlsx', await xlsx(rijen, options));
  /** The whole doe-agenda with one cell changed. `rij` as in the spreadsheet. */
  const changed = (rij: number, kop: string, waarde: Cel) =>
    agenda.map((cellen, index) =>
      index === rij - 1 ? cellen.map((cel, kolom) => (KOPPEN[kolom] === kop ? waarde : cel)) : cellen,
    );
  const errorsIn = (text: string) => text.split('\n').filter((line) => line.startsWith('• ❌'));

  test('that is an export changes nothing', async () => {
    const text = await talk.give(SECRETARIS, 'export.xlsx', await exported(talk));
    expect(text).toContain('0 nieuw, 0 gewijzigd, 46 ongewijzigd, 0 fouten.');
    expect(text).toContain('Het bestand is gelijk aan de doe-agenda');
    expect(text).not.toContain('Toepassen');
  });

  test('shows what is new and what changes, field by field, and changes nothing yet', async () => {
    const rijen = changed(5, 'Actie', 'Samen aan de slag').map((cellen, index) =>
      index === 12 ? cellen.map((cel, kolom) => (KOPPEN[kolom] === 'Trekkers' ? 'UWV, TNO' : cel)) : cellen,
    );
    const text = await give([...rijen, nieuweRij('Een nieuwe actie')]);
    expect(text).toBe(
      [
        'Proef: acties.xlsx',
        '1 nieuw, 2 gewijzigd, 44 ongewijzigd, 0 fouten.',
        '• ➕ Nieuw: #47 Een nieuwe actie',
        '• ✏️ #4 Samen aan de slag',
        '  Actie: «Intensieve samenwerking gemeenten, UWV en re-integratiepartners in regionaal mobiliteitscentrum of regionale mobiliteits…» → «Samen aan de slag»',
        '• ✏️ #12 Onderzoeken uitbreiding mogelijkheden tot detachering',
        '  Trekkers: «lokaal nader te bepalen» → «UWV | TNO»',
        'Er is nog niets veranderd. «Toepassen» voert alles in één keer door.',
        'Stand van 23 november 2026, 09:00 uur',
        '[a] Toepassen [b] Annuleren',
      ].join('\n'),
    );
    expect(await talk.inRegio((tx) => tx.actie.count())).toBe(46);
    expect(await talk.say(SECRETARIS, 'actie 4')).toContain('Intensieve samenwerking');
  });

  test('may have its columns in any order, under the names of the CSV, below a title', async () => {
    const shuffled = agenda.map((cellen) => cellen.toReversed());
    shuffled[0] = [
      'bron',
      'financiering',
      'trekkers',
      'status',
      'actie',
      'bereik',
      'doelgroep',
      'thema',
      'thema_nummer',
      'pijler',
      'nummer',
    ];
    const text = await give([['Doe-agenda 2026'], [], ...shuffled]);
    expect(text).toContain('46 ongewijzigd, 0 fouten');
  });

  test('names the columns it does not read, and the acties that it does not hold', async () => {
    const rijen = agenda.slice(0, 4).map((cellen, index) => [...cellen, index === 0 ? 'Opmerking' : 'x']);
    const text = await give(rijen);
    expect(text).toContain('Niet gelezen: de kolom Opmerking.');
    expect(text).toContain('43 acties staan niet in het bestand. Die blijven zoals ze zijn.');
    expect(text).toContain('0 nieuw, 0 gewijzigd, 3 ongewijzigd, 0 fouten.');
  });

  test('without a column that is not needed leaves that as it is', async () => {
    const smaller = agenda.map((cellen) => cellen.filter((_, kolom) => KOPPEN[kolom] !== 'Doelgroep'));
    expect(await give(smaller)).toContain('46 ongewijzigd, 0 fouten');
  });

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

  test('with merged cells in a title above the headings is read', async () => {
    const text = await give([['De doe-agenda', null, null], ...agenda], {
      merges: [{ rij: 0, kolom: 0, rijen: 1, kolommen: 3 }],
    });
    expect(text).toContain('46 ongewijzigd, 0 fouten');
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

  test('is refused of anybody but the secretaris, before it is fetched', async () => {
    let fetched = 0;
    const account = { id: UWV, address: { email: UWV }, email: async () => UWV };
    const read = async () => {
      fetched += 1;
      return new Uint8Array();
    };
    const file = { name: 'acties.xlsx', size: 10, read };
    const base = { platform: 'console' as const, tenant: 'console', account };
    // Known by address, and not known yet.
    for (const id of ['1', '2']) {
      const answer = await talk.ask({ ...base, id, say: { file } });
      expect(JSON.stringify(answer)).toContain('Alleen de secretaris kan een bestand importeren.');
    }
    expect(fetched).toBe(0);
  });

  test('that is too large is not fetched', async () => {
    const account = { id: SECRETARIS, address: {}, email: async () => SECRETARIS };
    const read = async () => {
      throw new Error('it was fetched');
    };
    const say = { file: { name: 'acties.xlsx', size: 10_000_001, read } };
    const answer = await talk.ask({ id: 'big', platform: 'console', tenant: 'console', account, say });
    expect(JSON.stringify(answer)).toContain('groter dan 10 MB');
  });

  test('that is delivered twice is one proef', async () => {
    const account = { id: SECRETARIS, address: {}, email: async () => SECRETARIS };
    const bytes = await xlsx([KOPPEN, nieuweRij('Eén keer')]);
    const say = { file: { name: 'acties.xlsx', size: bytes.length, read: async () => bytes } };
    const request = { id: 'twice', platform: 'console' as const, tenant: 'console', account, say };
    const [first, second] = [await talk.ask(request), await talk.ask(request)];
    expect(second).toEqual({ ...first, repeated: true });
    expect(await talk.inRegio((tx) => tx.import.count())).toBe(1);
  });

  test('of another regio sees nothing of this one', async () => {
    await give([KOPPEN, nieuweRij('Hier')]);
    const { id } = await talk.db.owner.regio.create({ data: { code: crypto.randomUUID(), naam: 'Elders' } });
    expect(await talk.db.inRegio(id, (tx) => tx.import.count())).toBe(0);
  });

  test('can be a CSV with hardly anything in it', async () => {
    const rijen = [
      ['nummer', 'thema_nummer', 'actie', 'status', 'trekkers'],
      ['', '4', 'Uit een CSV', 'loopt', 'uwv'],
    ];
    const text = await talk.give(SECRETARIS, 'acties.csv', Buffer.from(csv(rijen)));
    expect(text).toContain('➕ Nieuw: #47 Uit een CSV');
  });
});
