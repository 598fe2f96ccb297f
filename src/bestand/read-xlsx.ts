import { strFromU8, Unzip, UnzipInflate, zipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { Refusal } from '../refusal.ts';
import type { Blad, Waarde } from './blad.ts';
import { celnaam, plaatsVan } from './kolom.ts';

/** The sheet with the acties; where there is none of that name, the first. */
const BLAD = 'Acties';
/** In bytes, all parts together: a small file can hold very much. */
const MAX_UNPACKED = 50_000_000;
/** Further down or to the right nothing is read: the rows and columns up to there would all be made. */
const MAX_RIJ = 20_000;
const MAX_KOLOM = 200;

const BROKEN =
  'Dit bestand is beschadigd of geen XLSX. Open het in Excel, bewaar het als XLSX en stuur het opnieuw.';

/** Job: the cells of an XLSX file, with the ones that are merged. Refuses what cannot be read, and what is too much. */
export async function readXlsx(bytes: Uint8Array): Promise<Blad> {
  const parts = unpack(bytes);
  const sheets = sheetsOf(parts);
  const index = Math.max(
    0,
    sheets.findIndex(({ naam }) => naam === BLAD),
  );
  const xml = sheets[index]?.xml;
  if (xml === undefined) throw new Refusal(BROKEN);
  refuseFarCells(xml);
  refuseOpenFormulas(xml);
  // Packed again: what is read is what was counted.
  const known = await readCells(Buffer.from(zipSync(parts, { level: 0 })));
  return {
    rijen: (known[index]?.data ?? []).map((rij) => rij.map(waardeVan)),
    samengevoegd: [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref=["']([^"']+)["']/g)].map(
      ([, ref = '']) => ref,
    ),
  };
}

/** The parts that hold text. Counts while it unpacks: what a file says about its own size may not be so. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    if (!/\.(?:xml|rels)$/.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > MAX_UNPACKED)
        throw new Refusal('Er zit te veel in dit bestand. Haal weg wat geen actie is.');
      chunks.push(chunk);
      if (final) parts[file.name] = Buffer.concat(chunks);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(BROKEN);
  }
  return parts;
}

/** In bytes: each can become a thousand times as much before it is counted. */
const STEP = 16_384;

/** The sheets in their order, with their XML. */
function sheetsOf(parts: Record<string, Uint8Array>): { naam: string; xml: string | undefined }[] {
  const text = (path: string) => (parts[path] ? strFromU8(parts[path]) : undefined);
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? '';
  const tags = (xml: string | undefined, name: string) =>
    (xml ?? '').match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^(?:\/?xl)?\/?/, 'xl/'),
    ]),
  );
  return tags(text('xl/workbook.xml'), 'sheet').map((tag) => {
    return { naam: attribute(tag, 'name'), xml: text(targets.get(attribute(tag, '(?:\\w+:)?id')) ?? '') };
  });
}

function refuseFarCells(xml: string): void {
  for (const [, cel = ''] of xml.matchAll(/\sr=["']([A-Z]*\d+)["']/g)) {
    const { kolom, rij } = /^\d/.test(cel) ? { kolom: 0, rij: Number(cel) } : plaatsVan(cel);
    if (kolom < MAX_KOLOM && rij <= MAX_RIJ) continue;
    throw new Refusal(
      `Er staat iets in ${/^\d/.test(cel) ? 'rij' : 'cel'} ${cel}, ver onder of naast de acties. Verwijder alle rijen onder en kolommen naast de acties.`,
    );
  }
}

/** A formula that no spreadsheet has worked out yet has no outcome; the library would take it for an empty cell. */
function refuseOpenFormulas(xml: string): void {
  const open =
    /<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]+\d+)["'][^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/;
  const cel = open.exec(xml)?.[1];
  if (cel) throw unreadable(cel);
}

const unreadable = (cel: string): Refusal =>
  new Refusal(
    `Cel ${cel} kan ik niet lezen; misschien staat er een formule. Zet er tekst neer en stuur het bestand opnieuw.`,
  );

async function readCells(bytes: Buffer) {
  try {
    return await readSheets(bytes, { trim: false });
  } catch (error) {
    const [, rij, kolom] =
      /<c\/> at row (\d+), col (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    if (rij && kolom) throw unreadable(celnaam(Number(kolom) - 1, Number(rij)));
    throw new Refusal(BROKEN);
  }
}

/** The library's type for a date is the constructor's; it gives a Date. */
function waardeVan(cell: unknown): Waarde {
  if (cell === null || cell instanceof Date) return cell;
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? cell
    : String(cell);
}
