import { hogerop, type Mensen, ontvangerVan } from '../bereikbaar/ontvanger.ts';
import { mensenRond } from '../bereikbaar/stored-bereikbaar.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import type { StoredVergadering } from '../overleg/stored-vergadering.ts';
import { aanloopVan, momentVan, type Stap } from './aanloop.ts';
import { doelgroepVan, secretarissenVan } from './stored-doelgroep.ts';

/** The bestuurders who would get a step of this vergadering, if that were switched on; by name. */
export async function bestuurdersVoor(
  tx: Tx,
  vergadering: StoredVergadering,
  stap: Stap,
  now: Temporal.Instant,
): Promise<{ naam: string; organisatie: { naam: string } }[]> {
  const plan = aanloopVan(vergadering)[stap];
  const skipped = await tx.overslaan.findMany({ where: { vergaderingId: vergadering.id } });
  const ids = (await doelgroepVan(tx, plan.aan, vergadering, now)).filter(
    (id) => !skipped.some(({ persoonId }) => persoonId === id),
  );
  const secretarissen = await secretarissenVan(tx, vergadering, now);
  const begin = vergadering.begin.toTemporalInstant();
  const dag = toLocal(momentVan(plan, begin, await vrijeDagen(tx))).toPlainDate();
  const around = await mensenRond(tx, [...ids, ...secretarissen], toLocal(now).toPlainDate());
  const all: Mensen = { ...around, secretarissen, mag: () => true };
  const gets = ids.flatMap((id) => {
    const mens = all.mensen.get(id);
    if (!mens) return [];
    return stap === 'escalatie' ? hogerop(mens, dag, all) : (ontvangerVan(mens, dag, all) ?? []);
  });
  return tx.persoon.findMany({
    where: { id: { in: gets.map(({ id }) => id) }, rol: 'bestuurder' },
    select: { naam: true, organisatie: { select: { naam: true } } },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
  });
}
