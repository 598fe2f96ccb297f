import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { bereikbaarAls } from '../persoon/persoon.ts';
import { Refusal } from '../refusal.ts';
import { mayUpdate, refuseMerged } from './actie.ts';
import type { StoredActie } from './stored-actie.ts';

/** The persons who may report on an actie because of the organisatie they work for; bestuurders last. */
export function peopleOf(tx: Tx, { trekkers }: Pick<StoredActie, 'trekkers'>) {
  const organisaties = trekkers.flatMap(({ organisatieId }) => organisatieId ?? []);
  return tx.persoon.findMany({
    where: { organisatieId: { in: organisaties }, rol: { not: 'lezer' } },
    orderBy: [{ rol: 'asc' }, { id: 'asc' }],
  });
}

/** Refuses who may not report on this actie, and names who can; and an actie that nobody reports on any more. */
export async function refuseStrangers(actie: StoredActie, { tx, asker }: Asked): Promise<void> {
  refuseMerged(actie);
  if (mayUpdate(asker, actie.trekkers)) return;
  const people = (await peopleOf(tx, actie)).slice(0, 3).map(bereikbaarAls);
  const secretaris = await tx.persoon.findFirst({ where: { rol: 'secretaris' }, orderBy: { id: 'asc' } });
  const who = [...people, ...(secretaris ? [`de secretaris, ${bereikbaarAls(secretaris)}`] : [])];
  throw new Refusal(
    `Alleen de trekkers en de secretaris kunnen iets melden bij actie #${actie.nummer}. Dat zijn bijvoorbeeld: ${who.join('; ')}.`,
  );
}
