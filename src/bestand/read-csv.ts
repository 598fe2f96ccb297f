import { parse } from 'csv-parse/sync';
import { Refusal } from '../refusal.ts';
import { type Blad, MAX_RIJEN } from './blad.ts';
import { veldOnder } from './kolom.ts';

const SCHEIDINGEN = [';', ',', '\t'];

/** Job: the cells of a CSV file in UTF-8 or in Windows' own encoding, with ";", "," or tabs in between. */
export function readCsv(bytes: Uint8Array): Blad {
  const text = decode(bytes);
  if (text.includes('\0'))
    throw new Refusal('Dit is geen XLSX- of CSV-bestand. Bewaar het als XLSX en stuur het opnieuw.');
  const delimiter = scheiding(text);
  try {
    const rijen: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      to: 2 * MAX_RIJEN,
      max_record_size: 1_000_000,
    });
    return { rijen, samengevoegd: [] };
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` (regel ${error.lines})` : '';
    throw new Refusal(
      `Dit CSV-bestand klopt niet${line}: waarschijnlijk staat er ergens één aanhalingsteken te veel of te weinig. Bewaar het als XLSX en stuur het opnieuw.`,
    );
  }
}

/** Excel writes a CSV in Windows-1252, unless it is asked for UTF-8; that is told apart by what cannot be UTF-8. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that gives the line with the headings most columns that are known. */
function scheiding(text: string): string {
  const lines = text.split(/\r\n?|\n/, 10);
  const known = (sign: string) =>
    Math.max(
      ...lines.map((line) => line.split(sign).filter((cell) => veldOnder(cell.replaceAll('"', ''))).length),
    );
  return SCHEIDINGEN.reduce((best, sign) => (known(sign) > known(best) ? sign : best));
}
