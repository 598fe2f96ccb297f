import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trekkersIn } from '../../src/actie/stored-trekkers.ts';
import type { Database } from '../../src/db/database.ts';
import { KINDS, regionDatabase, regioOf } from '../database.ts';

describe.each(KINDS)('the words in the column trekkers, on %s', (kind) => {
  let db: Database;
  let regio: number;
  beforeAll(async () => {
    db = await regionDatabase(kind);
    regio = await regioOf(db);
  });
  afterAll(() => db.close());

  /** Each row as "aanduiding: code"; each unknown word as "woord? suggesties". */
  const read = (text: string) =>
    db.inRegio(regio, async (tx) => {
      const codes = new Map((await tx.organisatie.findMany()).map(({ id, code }) => [id, code]));
      const { trekkers, onbekend } = await trekkersIn(tx, text);
      const code = (id: number | null) => (id === null ? 'nog niemand' : codes.get(id));
      return [
        ...trekkers.map(({ aanduiding, organisatieId }) => `${aanduiding}: ${code(organisatieId)}`),
        ...onbekend.map(({ woord, lijktOp }) => `${woord}? ${lijktOp.join(', ')}`),
      ];
    });

  test.each([
    ['PoW', ['Perspectief op Werk (PoW): pow']],
    ['perspectief op werk', ['Perspectief op Werk (PoW): pow']],
    ['gemeente Haarlem', ['gemeente Haarlem: haarlem']],
    ['rmc', ['RMC-netwerk: rmc']],
    ['IJmond Werkt', ['IJmond Werkt!: ijmond-werkt']],
    ['IJMOND-GEMEENTEN', ['velsen', 'beverwijk', 'heemskerk'].map((code) => `IJmond-gemeenten: ${code}`)],
    ['VSO-PRO-scholen', ['VSO-PRO-scholen: nog niemand']],
    ['nader te bepalen', ['nader te bepalen: nog niemand']],
    ['lokaal nader te bepalen', ['lokaal nader te bepalen: nog niemand']],
    ['n.t.b.', ['nader te bepalen: nog niemand']],
    ['uwv|RMC-netwerk | nader te bepalen', ['UWV: uwv', 'RMC-netwerk: rmc', 'nader te bepalen: nog niemand']],
    ['UWV, TNO; Techport\nuwv', ['UWV: uwv', 'TNO: tno', 'Techport: techport']],
    ['', []],
    [' | ;', []],
  ])('«%s» means %j', async (text, rows) => {
    expect(await read(text)).toEqual(rows);
  });

  test('a word that is not known is named, with the names it is most like', async () => {
    expect(await read('Heliomaar')).toEqual(['Heliomaar? Heliomare']);
    expect(await read('UWV|gemeente Heemstee')).toEqual([
      'UWV: uwv',
      'gemeente Heemstee? gemeente Heemstede, gemeente Heemskerk, gemeente Velsen',
    ]);
    expect(await read('Rabobank')).toEqual(['Rabobank? ']);
  });

  test('another regio has words of its own', async () => {
    const { id } = await db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
    const { onbekend } = await db.inRegio(id, (tx) => trekkersIn(tx, 'gemeenten'));
    expect(onbekend).toEqual([{ woord: 'gemeenten', lijktOp: [] }]);
  });
});
