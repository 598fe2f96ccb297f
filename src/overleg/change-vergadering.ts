import type { Input } from '../chat/card.ts';
import type { Asked } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planHerinneringen, takePlanning } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { notifyInformed } from './stored-vergadering.ts';

/** A vergadering as the secretaris saw it: by which a change of something that has changed since is told. */
export type Seen = { id: number; begin: Date; overleg: { code: string } };

/** What can change about a vergadering that is planned. */
export type Wijziging = { begin: Date } | { plaats: string } | { link: string } | { status: 'geannuleerd' };

/**
 * Moves or cancels a vergadering, or changes where it is: everything planned from it, what is said to who was written
 * to, what was said to them before, its entry in their calendars, and the log, in one transaction. Refuses when it is
 * not any more as it was seen. Gives how many herinneringen are planned.
 */
export async function changeVergadering(
  { id, begin, overleg }: Seen,
  change: Wijziging,
  asked: Asked,
): Promise<number> {
  const { tx, now } = asked;
  await takePlanning(tx);
  const before = await tx.vergadering.findFirst({ where: { id, begin, status: 'gepland' } });
  const { count } = await tx.vergadering.updateMany({
    where: { id, begin, status: 'gepland' },
    data: { ...change, versie: { increment: 1 } },
  });
  if (count === 0 || !before) {
    throw new Refusal(
      'Al verwerkt: deze vergadering is intussen gewijzigd. Typ «overleg» om te zien hoe het nu staat.',
    );
  }
  const van = begin.toISOString();
  const [wat, naar] = logOf(change);
  await addLogregel(asked, wat, { overleg: overleg.code, van, ...naar });
  await notifyInformed(tx, { id }, { van, plaats: before.plaats, link: before.link }, asked);
  await planHerinneringen(tx, id, now);
  return tx.herinnering.count({ where: { vergaderingId: id, status: 'gepland' } });
}

function logOf(change: Wijziging): [wat: string, inhoud: Input] {
  if ('begin' in change) return ['overleg verplaatst', { naar: change.begin.toISOString() }];
  if ('plaats' in change) return ['overleg plaats', change];
  if ('link' in change) return ['overleg link', change];
  return ['overleg geannuleerd', {}];
}
