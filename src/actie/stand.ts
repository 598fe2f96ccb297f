import { STATUSSEN, type Status } from './actie.ts';

/** How many acties of a pijler have each status. */
export type Telling = { pijler: string; aantallen: Record<Status, number> };

export const ORDE = Object.keys(STATUSSEN) as Status[];

export const nietGeteld = (): Record<Status, number> => ({
  nader_uit_te_werken: 0,
  loopt: 0,
  vertraagd: 0,
  afgerond: 0,
  gestopt: 0,
});

/** Of one pijler. */
export const aantalVan = ({ aantallen }: Telling): number =>
  Object.values(aantallen).reduce((sum, count) => sum + count, 0);

/** Of all pijlers together. */
export function samen(tellingen: readonly Telling[]): Record<Status, number> {
  const sum = nietGeteld();
  for (const { aantallen } of tellingen) for (const status of ORDE) sum[status] += aantallen[status];
  return sum;
}
