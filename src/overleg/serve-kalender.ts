import { type AdresParts, adresOf, adresRoute } from '../adres/serve-adres.ts';
import { LIFETIME, type Onderwerp } from '../adres/token.ts';
import type { Route } from '../chat/platform.ts';
import type { Database } from '../db/database.ts';
import { overleggenVan, vergaderingenVan } from './stored-kalender.ts';
import { writeKalender } from './write-kalender.ts';

/** Whose calendar it is; and of which overleg, if not of all that the persoon has to do with. */
export type Wiens = { persoonId: number; overlegId?: number | undefined };

export const overOf = ({ persoonId, overlegId }: Wiens): string =>
  `p${persoonId}${overlegId === undefined ? '' : `o${overlegId}`}`;

function wiensOf(over = ''): Wiens | undefined {
  const { persoon, overleg } = /^p(?<persoon>\d{1,9})(?:o(?<overleg>\d{1,9}))?$/.exec(over)?.groups ?? {};
  if (persoon === undefined) return undefined;
  return { persoonId: Number(persoon), ...(overleg !== undefined && { overlegId: Number(overleg) }) };
}

/** Where a calendar can be fetched for a year, by who was given the address. */
export const kalenderUrl =
  (publicUrl: string, key: Uint8Array) =>
  (regioId: number, at: Temporal.Instant, over: string): string =>
    adresOf('kalender', publicUrl, key)({ regioId, at, over });

const HEADERS = {
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'inline; filename="overleg.ics"',
  'cache-control': 'no-cache',
};

/** How long a vergadering stays in the calendar after it was, in hours. */
const VERLEDEN = { hours: 365 * 24 };

/** Serves the vergaderingen as they are when they are fetched; to nobody who works here no more. */
export const kalenderRoute = ({ db, ...parts }: AdresParts & { db: Database }): Route =>
  adresRoute('kalender', parts, async (onderwerp) => {
    const text = await kalenderText(db, onderwerp, parts.now());
    return text === undefined ? undefined : { bytes: new TextEncoder().encode(text), headers: HEADERS };
  });

async function kalenderText(db: Database, { regioId, at, over }: Onderwerp, now: Temporal.Instant) {
  const wiens = wiensOf(over);
  const regio = await db.owner.regio.findFirst({ where: { id: regioId } });
  if (!wiens || !regio) return undefined;
  return db.inRegio(regioId, async (tx) => {
    const persoon = await tx.persoon.findFirst({
      where: { id: wiens.persoonId, vertrokkenOp: null },
      include: { aanstellingen: true },
    });
    if (!persoon) return undefined;
    const { overlegId } = wiens;
    const own = overlegId === undefined ? await overleggenVan(tx, persoon, now) : [overlegId];
    const vergaderingen = await vergaderingenVan(tx, own, now.subtract(VERLEDEN));
    const verloopt = at.add({ hours: LIFETIME.kalender });
    return writeKalender({ naam: `Overleg ${regio.naam}`, regio: regio.code, vergaderingen, verloopt, now });
  });
}
