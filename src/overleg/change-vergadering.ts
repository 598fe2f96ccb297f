import type { Asked } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planHerinneringen } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { notifyInformed } from './stored-vergadering.ts';

/** A vergadering as the secretaris saw it: by which a change of something that has changed since is told. */
export type Seen = { id: number; begin: Date; overleg: { code: string } };

/**
 * Moves or cancels a vergadering: the date, everything planned from it, what is said to who was written to, and the
 * log, in one transaction. Refuses when it is not any more as it was seen. Gives how many herinneringen are planned.
 */
export async function changeVergadering(
  { id, begin, overleg }: Seen,
  change: { begin: Date } | { status: 'geannuleerd' },
  asked: Asked,
): Promise<number> {
  const { tx, now } = asked;
  const { count } = await tx.vergadering.updateMany({
    where: { id, begin, status: 'gepland' },
    data: change,
  });
  if (count === 0) {
    throw new Refusal(
      'Al verwerkt: deze vergadering is intussen gewijzigd. Typ «overleg» om te zien hoe het nu staat.',
    );
  }
  const van = begin.toISOString();
  const naar = 'begin' in change ? { naar: change.begin.toISOString() } : {};
  const wat = 'begin' in change ? 'overleg verplaatst' : 'overleg geannuleerd';
  const inhoud = { overleg: overleg.code, van, ...naar };
  await addLogregel(asked, wat, inhoud);
  await notifyInformed(tx, { id }, { van }, asked);
  await planHerinneringen(tx, id, now);
  return tx.herinnering.count({ where: { vergaderingId: id, status: 'gepland' } });
}
