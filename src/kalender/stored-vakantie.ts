import type { Tx } from '../db/database.ts';
import type { Dagen } from './werkdag.ts';

/** A day as the database keeps it. */
export const dagVan = (date: Date): Temporal.PlainDate =>
  Temporal.PlainDate.from(date.toISOString().slice(0, 10));

/** The times off of the region whose days do not count as working days. */
export async function vrijeDagen(tx: Tx): Promise<Dagen[]> {
  const rows = await tx.vakantie.findMany({ where: { vrij: true }, orderBy: { van: 'asc' } });
  return rows.map(({ van, tot }) => ({ van: dagVan(van), tot: dagVan(tot) }));
}
