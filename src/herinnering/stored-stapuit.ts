import type { Tx } from '../db/database.ts';
import { findVergadering, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { Refusal } from '../refusal.ts';
import { aanloopVan, type Stap } from './aanloop.ts';
import { soortText } from './soort.ts';
import { eerstHierText, fouteStand } from './volgorde.ts';

/**
 * Takes a step out of the run-up of one vergadering, or puts it back. False: it is so already. Refuses what makes no
 * sense with what else is on there.
 */
export async function switchStap(
  tx: Tx,
  { id, overleg }: StoredVergadering,
  stap: Stap,
  uit: boolean,
): Promise<boolean> {
  // Two who switch at once would each check it without the other's change.
  await tx.$queryRaw`select id from overleg where id = ${overleg.id} for no key update`;
  const vergadering = await findVergadering(tx, id);
  refuseOff(vergadering, stap);
  const aanloop = aanloopVan(vergadering);
  const next = { ...aanloop, [stap]: { ...aanloop[stap], actief: !uit } };
  const wrong = fouteStand(next, stap);
  // What was wrong before is not made worse by it.
  if (wrong && !fouteStand(aanloop, stap)) throw new Refusal(eerstHierText(wrong, overleg.code));
  const key = { vergaderingId: id, stap };
  await tx.vergaderingstap.createMany({ data: [key], skipDuplicates: true });
  const { count } = await tx.vergaderingstap.updateMany({
    where: { ...key, ...(uit ? { OR: [{ actief: null }, { actief: true }] } : { actief: false }) },
    data: { actief: uit ? false : null },
  });
  return count > 0;
}

function refuseOff({ overleg }: StoredVergadering, stap: Stap): void {
  if (aanloopVan({ overleg, stappen: [] })[stap].actief) return;
  const naam = soortText(stap);
  throw new Refusal(
    `${naam} staat uit voor alle vergaderingen van ${overleg.code}. Typ «overleg aanloop ${overleg.code} ${naam.toLowerCase()} aan» om dat te wijzigen.`,
  );
}
