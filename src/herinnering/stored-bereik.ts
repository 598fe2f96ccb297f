import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import type { StoredVergadering } from '../overleg/stored-vergadering.ts';
import { aanloopVan } from './aanloop.ts';
import { magAanBestuurder } from './herinnering.ts';
import { receiverOf } from './oordeel.ts';
import { secretarissenVan } from './stored-doelgroep.ts';
import { zaakRond } from './stored-zaak.ts';

/**
 * Everyone who gets something of what is planned about a vergadering, with in what capacity: also whom an escalatie or
 * an absence leads to, as those are known now. Whether there will be something to say is left aside.
 */
export async function ontvangersVan(
  tx: Tx,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
): Promise<Map<number, Set<Als>>> {
  const rows = await tx.herinnering.findMany({
    where: { status: 'gepland', vergaderingId: vergadering.id },
    select: { persoonId: true, soort: true, trede: true, geplandOp: true },
  });
  const personen = rows.map(({ persoonId }) => persoonId);
  const zaak = await zaakRond(tx, personen, await secretarissenVan(tx, vergadering, now), now);
  const aanloop = aanloopVan(vergadering);
  const gets = new Map<number, Set<Als>>();
  for (const { geplandOp, ...row } of rows) {
    const at = geplandOp.toTemporalInstant();
    const dag = Temporal.Instant.compare(at, now) > 0 ? toLocal(at).toPlainDate() : zaak.dag;
    const naar = receiverOf(row, { ...zaak, dag }, magAanBestuurder(row.soort, aanloop));
    if (naar) gets.set(naar.id, (gets.get(naar.id) ?? new Set()).add(naar.als));
  }
  return gets;
}
