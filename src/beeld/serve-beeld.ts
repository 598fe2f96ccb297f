import { readTelling } from '../actie/stored-stand.ts';
import { type AdresParts, adresOf, adresRoute } from '../adres/serve-adres.ts';
import type { Onderwerp } from '../adres/token.ts';
import type { Route } from '../chat/platform.ts';
import type { Database } from '../db/database.ts';
import { drawBalken } from './balken.ts';

/** Where the picture of a regio at a moment can be fetched, by who was given the address. */
export const pictureUrl =
  (publicUrl: string, key: Uint8Array) =>
  (regioId: number, at: Temporal.Instant): string =>
    adresOf('beeld', publicUrl, key)({ regioId, at });

type Parts = AdresParts & { db: Database };

/** How many pictures are kept: one is fetched again by every reader on some platforms. */
const KEPT = 50;

/** What it shows never changes: it is of a moment that has passed. */
const HEADERS = { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400, immutable' };

/** Serves the pictures that `pictureUrl` names: counts, and nothing else. */
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
  return adresRoute('beeld', parts, async (about, token) => {
    return { bytes: await picture(token, about), headers: HEADERS };
  });
}

async function draw({ regioId, at }: Onderwerp, { db }: Parts): Promise<Uint8Array> {
  return drawBalken(await db.inRegio(regioId, (tx) => readTelling(tx, at)));
}
