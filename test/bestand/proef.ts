import { beforeAll } from 'vitest';
import type { Kind } from '../database.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS } from '../talk.ts';
import { type Cel, exported, KOPPEN, rowsOf, xlsx } from './files.ts';

/** A talk in which the secretaris gives spreadsheets. `agenda`: the whole doe-agenda, as rows of one. */
export function proevenOn(kind: Kind) {
  const talk = talkFor(kind);
  const agenda: Cel[][] = [];
  beforeAll(async () => {
    agenda.push(...(await rowsOf(await exported(talk))));
  });
  const give = async (rijen: Cel[][], options = {}) =>
    talk.give(SECRETARIS, 'acties.xlsx', await xlsx(rijen, options));
  /** The whole doe-agenda with one cell changed. `rij` as in the spreadsheet. */
  const changed = (rij: number, kop: string, waarde: Cel) =>
    agenda.map((cellen, index) =>
      index === rij - 1 ? cellen.map((cel, kolom) => (KOPPEN[kolom] === kop ? waarde : cel)) : cellen,
    );
  return { talk, agenda, give, changed };
}
