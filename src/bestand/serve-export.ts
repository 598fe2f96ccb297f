import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { LIFETIME, readToken, signToken } from '../beeld/token.ts';
import type { Route } from '../chat/platform.ts';
import type { Database } from '../db/database.ts';
import { findUitvoer } from './stored-agenda.ts';
import { writeXlsx } from './write-xlsx.ts';

const PATH = '/export/';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where the doe-agenda of a regio can be fetched for an hour, by who was given the address. */
export const exportUrl =
  (publicUrl: string, key: Uint8Array) =>
  (regioId: number, at: Temporal.Instant): string =>
    `${publicUrl}${PATH}${signToken({ regioId, at }, key)}.xlsx`;

type Parts = { db: Database; key: Uint8Array; now: () => Temporal.Instant; log: Logger };

/** Serves the doe-agenda as it is when it is fetched, at the addresses of `exportUrl`. Any other is not found. */
export function exportRoute({ db, key, now, log }: Parts): Route {
  const listener: Route['listener'] = ({ method, url = '' }, response) => {
    const token = /^\/export\/([\w-]{1,100})\.xlsx(?:\?|$)/.exec(url)?.[1];
    const about = token && readToken(token, key, now(), LIFETIME.export);
    if (!about || (method !== 'GET' && method !== 'HEAD')) return void response.writeHead(404).end();
    if (method === 'HEAD') return void response.writeHead(200, { 'content-type': TYPE }).end();
    db.inRegio(about.regioId, findUitvoer)
      .then(writeXlsx)
      .then((bytes) => send(bytes, response))
      .catch((error) => {
        log.error({ err: error, regio: about.regioId }, 'export failed');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  };
  return { path: PATH, listener };
}

function send(bytes: Uint8Array, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': TYPE,
    'content-length': bytes.byteLength,
    'content-disposition': 'attachment; filename="doe-agenda.xlsx"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}
