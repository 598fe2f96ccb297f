import { plain } from '../actie/woord.ts';

/** What a file says of an actie, a column each. */
export type Veld =
  | 'nummer'
  | 'pijler'
  | 'themanummer'
  | 'thema'
  | 'doelgroep'
  | 'bereik'
  | 'actie'
  | 'status'
  | 'trekkers'
  | 'financiering'
  | 'bron';

/** `max` in characters; `breedte` of the column in a spreadsheet, in characters. */
type Kolom = { veld: Veld; kop: string; ook: string[]; verplicht: boolean; max: number; breedte: number };

/** In the order in which they are written. Also read under the names in `ook`, in any order. */
export const KOLOMMEN: readonly Kolom[] = [
  { veld: 'nummer', kop: 'Nummer', ook: ['nr'], verplicht: true, max: 10, breedte: 9 },
  { veld: 'pijler', kop: 'Pijler', ook: [], verplicht: false, max: 200, breedte: 22 },
  {
    veld: 'themanummer',
    kop: 'Themanummer',
    ook: ['thema_nummer', 'thema nr'],
    verplicht: true,
    max: 10,
    breedte: 13,
  },
  { veld: 'thema', kop: 'Thema', ook: [], verplicht: false, max: 200, breedte: 32 },
  { veld: 'doelgroep', kop: 'Doelgroep', ook: [], verplicht: false, max: 300, breedte: 36 },
  { veld: 'bereik', kop: 'Bereik', ook: [], verplicht: false, max: 200, breedte: 20 },
  { veld: 'actie', kop: 'Actie', ook: ['titel'], verplicht: true, max: 500, breedte: 70 },
  { veld: 'status', kop: 'Status', ook: [], verplicht: true, max: 40, breedte: 20 },
  { veld: 'trekkers', kop: 'Trekkers', ook: ['trekker'], verplicht: true, max: 1000, breedte: 36 },
  { veld: 'financiering', kop: 'Financiering', ook: [], verplicht: false, max: 300, breedte: 32 },
  { veld: 'bron', kop: 'Bron', ook: [], verplicht: false, max: 200, breedte: 18 },
];

const veldVan = new Map(
  KOLOMMEN.flatMap(({ veld, kop, ook }) => [veld, kop, ...ook].map((naam) => [plain(naam), veld] as const)),
);

/** The field that a heading means, however it is spelled. */
export const veldOnder = (kop: string): Veld | undefined => veldVan.get(plain(kop));

export const kopVan = (veld: Veld): string => KOLOMMEN.find((kolom) => kolom.veld === veld)?.kop ?? veld;

/** "C14". `kolom` from 0, `rij` from 1. */
export const celnaam = (kolom: number, rij: number): string => `${letters(kolom)}${rij}`;

function letters(kolom: number): string {
  const last = String.fromCharCode(65 + (kolom % 26));
  return kolom < 26 ? last : letters(Math.floor(kolom / 26) - 1) + last;
}

/** The column of "C14", from 0; and its row, from 1. */
export function plaatsVan(cel: string): { kolom: number; rij: number } {
  const [, woord = '', cijfers = ''] = /^\$?([A-Z]+)\$?(\d+)$/i.exec(cel) ?? [];
  const kolom = [...woord.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { kolom, rij: Number(cijfers) };
}
