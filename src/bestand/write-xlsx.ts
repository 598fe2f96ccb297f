import writeSheets, { type SheetData } from 'write-excel-file/node';
import { STATUSSEN } from '../actie/actie.ts';
import type { AgendaActie, Thema } from './agenda.ts';
import { KOLOMMEN, type Veld } from './kolom.ts';

export type Uitvoer = {
  acties: readonly AgendaActie[];
  themas: readonly Thema[];
  /** Whom the column Trekkers can name. */
  trekkers: readonly { naam: string; leden: string }[];
};

/** Job: the doe-agenda as an XLSX that can be imported again, with lists of what can be filled in. */
export async function writeXlsx({ acties, themas, trekkers }: Uitvoer): Promise<Uint8Array> {
  const koppen = KOLOMMEN.map(({ kop }) => header(kop));
  const rijen = acties.map((actie) => KOLOMMEN.map(({ veld }) => cel(waarde(veld, actie))));
  const sheet = (naam: string, data: SheetData, breedtes: readonly number[]) => {
    return { sheet: naam, data, columns: breedtes.map((width) => ({ width })), stickyRowsCount: 1 };
  };
  const themaRijen = themas.map(({ nummer, naam, pijler }) => [cel(nummer), cel(naam), cel(pijler)]);
  const trekkerRijen = trekkers.map(({ naam, leden }) => [cel(naam), cel(leden)]);
  return writeSheets([
    sheet(
      'Acties',
      [koppen, ...rijen],
      KOLOMMEN.map(({ breedte }) => breedte),
    ),
    sheet("Thema's", [['Nummer', 'Thema', 'Pijler'].map(header), ...themaRijen], [9, 60, 30]),
    sheet('Trekkers', [['Naam', 'Organisaties'].map(header), ...trekkerRijen], [40, 100]),
  ]).toBuffer();
}

/** What a file says of an actie in each column. */
function waarde(veld: Veld, actie: AgendaActie): string | number {
  switch (veld) {
    case 'nummer':
      return actie.nummer;
    case 'pijler':
      return actie.thema.pijler;
    case 'themanummer':
      return actie.thema.nummer;
    case 'thema':
      return actie.thema.naam;
    case 'actie':
      return actie.titel;
    case 'status':
      return STATUSSEN[actie.status].naam;
    case 'trekkers':
      return actie.trekkers.join(' | ');
    case 'doelgroep':
    case 'bereik':
    case 'financiering':
    case 'bron':
      return actie[veld];
  }
}

const header = (kop: string) => ({ value: kop, type: String, fontWeight: 'bold' as const });

/** Text is always written as text: "=1+1" is no formula, "007" no number. A spreadsheet reads "_x000D_" as a sign. */
function cel(value: string | number) {
  if (typeof value === 'number') return { value, type: Number };
  if (value === '') return null;
  return {
    value: value.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_'),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
  };
}
