import type { Tx } from '../db/database.ts';

/** Why it lapses when the same is planned anew. */
export const OPNIEUW = 'opnieuw gepland';

/** All but those: what is planned anew stands in a list by itself. */
export const NIET_OPNIEUW = { OR: [{ reden: null }, { reden: { not: OPNIEUW } }] };

/**
 * What was handed over in these berichten, as far as they have lapsed, is planned again: due at once, for whoever is to
 * have it now. What has been planned anew since it was handed over is not; what was put off is never planned anew.
 */
export async function putBack(tx: Tx, berichten: readonly number[]): Promise<void> {
  const ids = [...berichten];
  await tx.$executeRaw`
    update herinnering as old set status = 'vervallen', reden = ${OPNIEUW}
    from herinnering as anew
    where old.bericht_id = any(${ids}::integer[]) and old.status = 'overgedragen'
      and exists (select from bericht b where b.id = old.bericht_id and b.status = 'vervallen')
      and old.soort <> 'later' and anew.status = 'gepland' and anew.vergadering_id = old.vergadering_id
      and anew.persoon_id = old.persoon_id and anew.soort = old.soort and anew.trede = old.trede`;
  await tx.herinnering.updateMany({
    where: { bericht: { id: { in: ids }, status: 'vervallen' }, status: 'overgedragen' },
    data: { status: 'gepland', berichtId: null },
  });
}
