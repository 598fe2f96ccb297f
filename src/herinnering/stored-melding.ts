import { urenVan } from '../bereikbaar/stored-bereikbaar.ts';
import type { Tx } from '../db/database.ts';
import { rollenMet } from '../persoon/rechten.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';

/** What is told to those who hear of failures. */
export const NIET_BEZORGD = 'niet-bezorgd';
export const STILSTAND = 'stilstand';
export const MELDINGEN = [NIET_BEZORGD, STILSTAND];

/** Longer than anybody's weekend and holidays together. */
const HORIZON = { hours: 30 * 24 };

/** Who hears of failures. */
export async function hoorders(tx: Tx): Promise<number[]> {
  const rol = { in: rollenMet('storing horen') };
  const rows = await tx.persoon.findMany({ where: { rol, ...AANWEZIG }, orderBy: { id: 'asc' } });
  return rows.map(({ id }) => id);
}

/** When they are told: in their hours. Who watches over the machine sees it sooner, at /readyz. */
export const meldUur = (tx: Tx, persoonId: number, now: Temporal.Instant): Promise<Temporal.Instant> =>
  urenVan(tx, persoonId, now, now.add(HORIZON));
