import type { Logger } from 'pino';
import type { Route } from '../chat/platform.ts';
import { LIFETIME, type Onderwerp, readToken, type Soort, signToken } from './token.ts';

/** How the name of a file of each kind ends. */
const ENDING: Record<Soort, string> = { beeld: 'png', export: 'xlsx', kalender: 'ics' };

/** Where something of this kind can be fetched, by who was given the address. */
export const adresOf =
  (soort: Soort, publicUrl: string, key: Uint8Array) =>
  (onderwerp: Onderwerp): string =>
    `${publicUrl}/${soort}/${signToken(onderwerp, key)}.${ENDING[soort]}`;

export type AdresParts = { key: Uint8Array; now: () => Temporal.Instant; log: Logger };

/** What is served. */
export type Served = { bytes: Uint8Array; headers: Record<string, string> };

/**
 * Serves what the addresses of `adresOf` name, as long as they hold; `serve` gives undefined for what is not there any
 * more. Any other address is not found.
 */
export function adresRoute(
  soort: Soort,
  { key, now, log }: AdresParts,
  serve: (onderwerp: Onderwerp, token: string) => Promise<Served | undefined>,
): Route {
  const name = new RegExp(`^/${soort}/([\\w-]{1,140})\\.${ENDING[soort]}(?:\\?|$)`);
  const listener: Route['listener'] = ({ method, url = '' }, response) => {
    const token = method === 'GET' || method === 'HEAD' ? name.exec(url)?.[1] : undefined;
    const onderwerp = token && readToken(token, key, now(), LIFETIME[soort]);
    if (!token || !onderwerp) return void response.writeHead(404).end();
    serve(onderwerp, token)
      .then((served) => {
        if (!served) return void response.writeHead(404).end();
        const { bytes, headers } = served;
        const length = { 'content-length': bytes.byteLength, 'x-content-type-options': 'nosniff' };
        response.writeHead(200, { ...headers, ...length }).end(method === 'HEAD' ? undefined : bytes);
      })
      .catch((error) => {
        log.error({ err: error, regio: onderwerp.regioId, soort }, 'serving failed');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  };
  return { path: `/${soort}/`, listener };
}
