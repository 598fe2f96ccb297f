import readSheets from 'read-excel-file/node';
import writeSheets from 'write-excel-file/node';
import { KOLOMMEN } from '../../src/bestand/kolom.ts';
import { findUitvoer } from '../../src/bestand/stored-agenda.ts';
import { writeXlsx } from '../../src/bestand/write-xlsx.ts';
import type { Talk } from '../talk.ts';

export type Cel = string | number | boolean | Date | null;

export const KOPPEN = KOLOMMEN.map(({ kop }) => kop);

/** A new actie, as a row under `KOPPEN`. */
export const nieuweRij = (titel: string, more: Partial<Record<string, Cel>> = {}): Cel[] => {
  const values: Partial<Record<string, Cel>> = {
    Themanummer: 4,
    Doelgroep: 'Jongeren',
    Bereik: 'REGIONAAL',
    Actie: titel,
    Status: 'Loopt',
    Trekkers: 'UWV',
    Financiering: 'PoW',
    Bron: 'bijlage 2',
    ...more,
  };
  return KOPPEN.map((kop) => values[kop] ?? null);
};

type Options = { naam?: string; merges?: { rij: number; kolom: number; rijen: number; kolommen: number }[] };

/** An XLSX with these rows. `merges`: from that cell (from 0), so many rows and columns are one. */
export async function xlsx(
  rijen: Cel[][],
  { naam = 'Acties', merges = [] }: Options = {},
): Promise<Uint8Array> {
  const data = rijen.map((cellen, rij) =>
    cellen.map((value, kolom) => {
      const merge = merges.find((one) => one.rij === rij && one.kolom === kolom);
      if (value === null) return null;
      const span = merge && { rowSpan: merge.rijen, columnSpan: merge.kolommen };
      return { value, ...(value instanceof Date && { format: 'dd-mm-yyyy' }), ...span };
    }),
  );
  return writeSheets([{ sheet: naam, data }]).toBuffer();
}

export const csv = (rijen: Cel[][], teken = ';'): string =>
  rijen
    .map((cellen) => cellen.map((waarde) => `"${String(waarde ?? '').replaceAll('"', '""')}"`).join(teken))
    .join('\r\n');

/** The doe-agenda as it is exported now. */
export const exported = async (talk: Pick<Talk, 'inRegio'>): Promise<Uint8Array> =>
  writeXlsx(await talk.inRegio(findUitvoer));

/** All cells of all sheets. */
export const cellsOf = async (bytes: Uint8Array) => readSheets(Buffer.from(bytes), { trim: false });

/** The rows of the first sheet, to change and give back. */
export async function rowsOf(bytes: Uint8Array): Promise<Cel[][]> {
  const [sheet] = await cellsOf(bytes);
  return (sheet?.data ?? []).map((rij) => rij.map((cel) => cel as unknown as Cel));
}
