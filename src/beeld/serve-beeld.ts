import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { readTelling } from '../actie/stored-stand.ts';
import type { Route } from '../chat/platform.ts';
import type { Database } from '../db/database.ts';
import { drawBalken } from './balken.ts';
import { type Onderwerp, readToken, signToken } from './token.ts';

const PATH = '/beeld/';

/** Where the picture of a regio at a moment can be fetched, by who was given the address. */
export const pictureUrl =
  (publicUrl: string, key: Uint8Array) =>
  (regioId: number, at: Temporal.Instant): string =>
    `${publicUrl}${PATH}${signToken({ regioId, at }, key)}.png`;

type Parts = { db: Database; key: Uint8Array; now: () => Temporal.Instant; log: Logger };

/** How many pictures are kept: one is fetched again by every reader on some platforms. */
const KEPT = 50;

/** Serves the pictures that `pictureUrl` names: counts, and nothing else. Any other name is not found. */
export function beeldRoute(parts: Parts): Route {
  const kept = new Map<string, Promise<Uint8Array>>();
  const picture = (token: string, about: Onderwerp) => {
    const there = kept.get(token) ?? draw(about, parts);
    kept.delete(token);
    kept.set(token, there);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest) kept.delete(oldest);
    there.catch(() => kept.delete(token));
    return there;
  };
  const listener: Route['listener'] = (request, response) => {
    const token = tokenIn(request);
    const about = token && readToken(token, parts.key, parts.now());
    if (!token || !about) return void response.writeHead(404).end();
    picture(token, about)
      .then((png) => send(png, request, response))
      .catch((error) => {
        parts.log.error({ err: error, regio: about.regioId }, 'drawing failed');
        response.writeHead(500).end();
      });
  };
  return { path: PATH, listener };
}

function tokenIn({ method, url = '' }: IncomingMessage): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  return /^\/beeld\/([\w-]{1,100})\.png(?:\?|$)/.exec(url)?.[1];
}

async function draw({ regioId, at }: Onderwerp, { db }: Parts): Promise<Uint8Array> {
  return drawBalken(await db.inRegio(regioId, (tx) => readTelling(tx, at)));
}

/** What it shows never changes: it is of a moment that has passed. */
function send(png: Uint8Array, { method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'image/png',
    'content-length': png.byteLength,
    'cache-control': 'public, max-age=86400, immutable',
    'x-content-type-options': 'nosniff',
  });
  response.end(method === 'HEAD' ? undefined : png);
}
