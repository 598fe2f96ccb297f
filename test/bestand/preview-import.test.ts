import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { requestOf } from '../request.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { csv, exported, KOPPEN, nieuweRij, xlsx } from './files.ts';
import { proevenOn } from './proef.ts';

describe.each(KINDS)('a file that is given, on %s', (kind) => {
  const { talk, agenda, give, changed } = proevenOn(kind);

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

  test('with merged cells in a title above the headings is read', async () => {
    const text = await give([['De doe-agenda', null, null], ...agenda], {
      merges: [{ rij: 0, kolom: 0, rijen: 1, kolommen: 3 }],
    });
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

  test('is refused of anybody but the secretaris, before it is fetched', async () => {
    let fetched = 0;
    const read = async () => {
      fetched += 1;
      return new Uint8Array();
    };
    const file = { name: 'acties.xlsx', size: 10, read };
    // Known by address, and not known yet.
    for (const _ of [1, 2]) {
      const answer = await talk.ask(requestOf(UWV, { file }));
      expect(JSON.stringify(answer)).toContain('Alleen de secretaris kan een bestand importeren.');
    }
    expect(fetched).toBe(0);
  });

  test('that is too large is not fetched', async () => {
    const read = async () => {
      throw new Error('it was fetched');
    };
    const file = { name: 'acties.xlsx', size: 10_000_001, read };
    const answer = await talk.ask(requestOf(SECRETARIS, { file }));
    expect(JSON.stringify(answer)).toContain('groter dan 10 MB');
  });

  test('that is delivered twice is one proef', async () => {
    const bytes = await xlsx([KOPPEN, nieuweRij('Eén keer')]);
    const file = { name: 'acties.xlsx', size: bytes.length, read: async () => bytes };
    const request = requestOf(SECRETARIS, { file });
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
