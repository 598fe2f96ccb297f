import { afterAll, beforeAll } from 'vitest';
import type { AdresParts } from '../src/adres/serve-adres.ts';
import type { Route } from '../src/chat/platform.ts';
import type { Database } from '../src/db/database.ts';
import { startServer } from '../src/http.ts';
import { madeIn, talkFor } from './scene.ts';

/** A talk of which one route is served, under the address that `base` gives. */
export function served(key: Uint8Array, routeOf: (parts: AdresParts & { db: Database }) => Route) {
  const talk = talkFor('postgres');
  const server = madeIn(beforeAll, () => {
    const { db, clock, log } = talk;
    return startServer([routeOf({ db, key, now: clock.now, log })], { port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.stop());
  return { talk, base: () => `http://127.0.0.1:${server.port}` };
}
