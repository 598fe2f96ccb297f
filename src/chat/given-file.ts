import type { GivenFile, Request } from './platform.ts';

/** In bytes: far above what a doe-agenda takes. */
export const MAX_FILE = 10_000_000;
/** How long fetching a file may take, in milliseconds. */
const PATIENCE = 20_000;

const READABLE = /\.(?:xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt)$/i;

/** What a message with files asks: a file that could be a list of acties goes before the words, a picture does not. */
export function sayWith(text: string, files: readonly GivenFile[]): Request['say'] {
  const file = files.find(({ name }) => READABLE.test(name)) ?? (text === '' ? files[0] : undefined);
  return file ? { file } : { text };
}

/** Fetches a file of at most `MAX_FILE` and a byte. Follows nobody to another address. */
export async function fetchFile(url: string, headers: Record<string, string> = {}): Promise<Uint8Array> {
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`the file's address answered ${response.status}`);
  // A page to sign in on, for who may not have the file.
  if (response.headers.get('content-type')?.startsWith('text/html'))
    throw new Error("the file's address answered with a page: the bot may not read files");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > MAX_FILE) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_FILE + 1);
}

/** For whoever gave a file that could not be had. */
export const NOT_FETCHED =
  'Ik kon het bestand niet ophalen. Stuur het nog een keer. Blijft het misgaan? Vraag dan de beheerder of Doebot bestanden mag lezen.';
