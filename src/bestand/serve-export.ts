import { type AdresParts, adresOf, adresRoute } from '../adres/serve-adres.ts';
import type { Route } from '../chat/platform.ts';
import type { Database } from '../db/database.ts';
import { findUitvoer } from './stored-agenda.ts';
import { writeXlsx } from './write-xlsx.ts';

const HEADERS = {
  'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'content-disposition': 'attachment; filename="doe-agenda.xlsx"',
  'cache-control': 'no-store',
};

/** Where the doe-agenda of a regio can be fetched for an hour, by who was given the address. */
export const exportUrl =
  (publicUrl: string, key: Uint8Array) =>
  (regioId: number, at: Temporal.Instant): string =>
    adresOf('export', publicUrl, key)({ regioId, at });

/** Serves the doe-agenda as it is when it is fetched, at the addresses of `exportUrl`. */
export const exportRoute = ({ db, ...parts }: AdresParts & { db: Database }): Route =>
  adresRoute('export', parts, async ({ regioId }) => {
    const bytes = await writeXlsx(await db.inRegio(regioId, findUitvoer));
    return { bytes, headers: HEADERS };
  });
