import { Refusal } from '../refusal.ts';
import { celnaam, KOLOMMEN, plaatsVan, type Veld, veldOnder } from './kolom.ts';

/** What can stand in a cell of a spreadsheet; in a CSV everything is text. */
export type Waarde = string | number | boolean | Date | null;

/** A sheet as it was read. `samengevoegd`: merged cells, such as "B4:B9". */
export type Blad = { rijen: Waarde[][]; samengevoegd: string[] };

/** What is wrong, and in which cell: "C14"; where it is about the whole file, "". */
export type Fout = { cel: string; zin: string };

/** One actie of a file. A field that is absent says nothing about the actie; an empty one says that it is empty. */
export type Rij = { rij: number; cellen: Partial<Record<Veld, string>> };

/** What a file says, before it is compared with the doe-agenda. `kolommen`: where each field stands, from 0. */
export type Gelezen = {
  kolommen: Partial<Record<Veld, number>>;
  rijen: Rij[];
  fouten: Fout[];
  /** Headings that mean nothing to Doebot. */
  genegeerd: string[];
};

/** How many acties a file may have. */
export const MAX_RIJEN = 5_000;
/** The headings are looked for in that many rows: above them there may be a title. */
const KOPPEN_BINNEN = 10;

/** What stands in a cell, without what spreadsheets and copying add around words. */
export function net(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Reads the acties of a sheet, with everything that is wrong in it by itself. */
export function leesBlad({ rijen, samengevoegd }: Blad): Gelezen {
  const kop = kopRij(rijen);
  const { kolommen, genegeerd, dubbel } = leesKoppen(rijen[kop] ?? [], kop + 1);
  const missing = KOLOMMEN.filter(({ veld, verplicht }) => verplicht && kolommen[veld] === undefined);
  const gevuld = rijen
    .map((cellen, index) => ({ rij: index + 1, cellen }))
    .filter(({ rij, cellen }) => rij > kop + 1 && cellen.some((waarde) => tekst(waarde) !== ''));
  const fouten: Fout[] = [
    ...missing.map(({ kop: naam }) => ({
      cel: '',
      zin: `De kolom «${naam}» ontbreekt. Zet de koppen in één rij; een export van Doebot laat zien hoe.`,
    })),
    ...dubbel,
    ...samengevoegd.filter((bereik) => raakt(bereik, kolommen, kop + 1)).map(samengevoegdFout),
    ...(gevuld.length > MAX_RIJEN
      ? [{ cel: '', zin: `Het bestand heeft ${gevuld.length} acties; ${MAX_RIJEN} kan. Splits het bestand.` }]
      : []),
  ];
  if (fouten.length > 0) return { kolommen, genegeerd, fouten, rijen: [] };
  if (gevuld.length === 0)
    throw new Refusal('In het bestand staan geen acties: onder de koppen is alles leeg.');
  const gelezen = gevuld.map(({ rij, cellen }) => leesRij(rij, cellen, kolommen));
  return {
    kolommen,
    genegeerd,
    rijen: gelezen.map(({ rij }) => rij),
    fouten: gelezen.flatMap((een) => een.fouten),
  };
}

const tekst = (waarde: Waarde | undefined): string => net(String(waarde ?? ''));

/** The row with most headings that are known, the first of them. */
function kopRij(rijen: Waarde[][]): number {
  const bekend = rijen
    .slice(0, KOPPEN_BINNEN)
    .map((cellen) => cellen.filter((waarde) => veldOnder(tekst(waarde)) !== undefined).length);
  return Math.max(0, bekend.indexOf(Math.max(...bekend)));
}

function leesKoppen(koppen: Waarde[], rij: number) {
  const kolommen: Gelezen['kolommen'] = {};
  const genegeerd: string[] = [];
  const dubbel: Fout[] = [];
  for (const [kolom, waarde] of koppen.entries()) {
    const kop = tekst(waarde);
    const veld = veldOnder(kop);
    if (!veld && kop !== '') genegeerd.push(kop);
    if (veld && kolommen[veld] !== undefined) {
      dubbel.push({
        cel: celnaam(kolom, rij),
        zin: `De kolom «${kop}» staat er twee keer in. Haal er een weg.`,
      });
    }
    if (veld) kolommen[veld] ??= kolom;
  }
  return { kolommen, genegeerd, dubbel };
}

/** Whether merged cells hold a heading or a field of an actie. */
function raakt(bereik: string, kolommen: Gelezen['kolommen'], kop: number): boolean {
  const [van = '', tot = van] = bereik.split(':');
  const [eerste, laatste] = [plaatsVan(van), plaatsVan(tot)];
  const within = (kolom: number) => kolom >= eerste.kolom && kolom <= laatste.kolom;
  return laatste.rij >= kop && Object.values(kolommen).some(within);
}

const samengevoegdFout = (bereik: string): Fout => ({
  cel: bereik,
  zin: 'Deze cellen zijn samengevoegd. Splits ze en vul in elke cel wat er moet staan.',
});

function leesRij(rij: number, waarden: Waarde[], kolommen: Gelezen['kolommen']) {
  const cellen: Rij['cellen'] = {};
  const fouten: Fout[] = [];
  for (const { veld, kop, max } of KOLOMMEN) {
    const kolom = kolommen[veld];
    if (kolom === undefined) continue;
    const waarde = waarden[kolom] ?? null;
    const fout = isNummer(veld) ? nummerFout(waarde, kop) : tekstFout(waarde, kop, max);
    if (fout) fouten.push({ cel: celnaam(kolom, rij), zin: fout });
    else cellen[veld] = isNummer(veld) ? tekst(waarde).replace(/^#?0*(?=\d)/, '') : tekst(waarde);
  }
  return { rij: { rij, cellen }, fouten };
}

const isNummer = (veld: Veld): boolean => veld === 'nummer' || veld === 'themanummer';

function nummerFout(waarde: Waarde, kop: string): string | undefined {
  if (waarde instanceof Date) return `Hier staat een datum; «${kop}» is een heel getal.`;
  const typed = tekst(waarde);
  if (typed === '' || /^#?0*[1-9]\d{0,8}$/.test(typed)) return undefined;
  return `«${kort(typed)}» is geen nummer. «${kop}» is een heel getal, zonder woorden of komma.`;
}

/** What a formula leaves behind that cannot be worked out. */
const FORMULE =
  /^#(?:N\/A|N\/B|REF!|VERW!|VALUE!|WAARDE!|NAME\?|NAAM\?|DIV\/0!|DEEL\/0!|NULL!|LEEG!|NUM!|GETAL!)/;

function tekstFout(waarde: Waarde, kop: string, max: number): string | undefined {
  if (waarde instanceof Date)
    return `Hier staat een datum; «${kop}» is tekst. Maak de cel op als tekst en typ het opnieuw.`;
  if (typeof waarde === 'boolean')
    return `Hier staat ${waarde ? 'WAAR' : 'ONWAAR'}; «${kop}» is tekst. Maak de cel op als tekst en typ het opnieuw.`;
  const typed = tekst(waarde);
  if (FORMULE.test(typed))
    return `Hier staat een formule die niet klopt (${kort(typed)}). Zet er tekst neer.`;
  if (typed.length > max)
    return `«${kop}» is ${typed.length} tekens lang; hoogstens ${max} kan. Maak de tekst korter.`;
  return undefined;
}

export const kort = (text: string, max = 60): string => (text.length > max ? `${text.slice(0, max)}…` : text);
