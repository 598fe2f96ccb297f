import { Refusal } from '../refusal.ts';
import { type Gelezen, leesBlad } from './blad.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** How a ZIP file begins, and so an XLSX. */
const ZIP = [0x50, 0x4b];
/** How an old XLS begins, and an XLSX with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Job: the acties of an XLSX or CSV file, whatever it is called. Refuses what is neither. */
export async function readBestand(bytes: Uint8Array): Promise<Gelezen> {
  if (bytes.length === 0) throw new Refusal('Het bestand is leeg.');
  if (beginsWith(bytes, OLE)) throw new Refusal(isEncrypted(bytes) ? ENCRYPTED : OLD);
  return leesBlad(beginsWith(bytes, ZIP) ? await readXlsx(bytes) : readCsv(bytes));
}

const ENCRYPTED = 'Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en stuur het opnieuw.';
const OLD = 'Dit is een bestand van een oude Excel (XLS). Bewaar het als XLSX en stuur het opnieuw.';

const beginsWith = (bytes: Uint8Array, start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** Its parts are named in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
