import type { IncomingMessage } from 'node:http';

/** In bytes: more than everything that can be filled in on the largest form. */
const LIMIT = 300_000;

/** How many fields are looked at. */
const FIELDS = 1_000;

/** What a page hands in, by name, with line breaks as everywhere else. A status: what is wrong with it. */
export async function readBody(request: IncomingMessage): Promise<Map<string, string> | 400 | 413 | 415> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return 415;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= LIMIT) chunks.push(chunk);
      // Read on for a while, or the answer would be lost with the connection.
      if (size > 10 * LIMIT) break;
    }
  } catch {
    return 400;
  }
  if (size > LIMIT) return 413;
  const entries = [...new URLSearchParams(Buffer.concat(chunks).toString())];
  if (entries.length > FIELDS) return 413;
  return new Map(entries.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
}
