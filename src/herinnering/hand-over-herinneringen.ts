import { carries } from '../actie/actie.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import {
  type AskedActie,
  asksAbout,
  type StoredVergadering,
  withOverleg,
} from '../overleg/stored-vergadering.ts';
import { decide, type Outcome } from './herinnering.ts';

/**
 * Job: gives the herinneringen of this regio that are due to the outbox, or lets them lapse and says why. Replicas
 * that do this at the same time each take other rows.
 */
export async function handOverHerinneringen(tx: Tx, now: Temporal.Instant): Promise<void> {
  const due = await tx.$queryRaw<{ id: number }[]>`
    select id from herinnering where status = 'gepland' and gepland_op <= ${new Date(now.epochMilliseconds)}
    order by gepland_op, id limit 200 for update skip locked`;
  const rows = await tx.herinnering.findMany({
    where: { id: { in: due.map(({ id }) => id) } },
    include: { persoon: true, vergadering: { include: withOverleg } },
    orderBy: [{ geplandOp: 'asc' }, { id: 'asc' }],
  });
  const open = await openPerVergadering(tx, rows);
  for (const row of rows) {
    const { soort, vergadering, persoon } = row;
    const waiting = open.get(vergadering.id)?.filter(({ trekkers }) => carries(persoon, trekkers)) ?? [];
    const overtaken =
      soort === 'uitvraag' && rows.some((other) => other.soort === 'herhaling' && isSame(row, other));
    const begin = vergadering.begin.toTemporalInstant();
    const geannuleerd = vergadering.status === 'geannuleerd';
    await apply(tx, row, decide({ soort, begin, geannuleerd, overtaken, open: waiting.length }, now), now);
  }
}

type Row = { id: number; vergaderingId: number; persoonId: number };

const isSame = (a: Row, b: Row) => a.persoonId === b.persoonId && a.vergaderingId === b.vergaderingId;

/** What each vergadering still waits for: asked once, however many persons are written to. */
async function openPerVergadering(tx: Tx, rows: readonly { vergadering: StoredVergadering }[]) {
  const vergaderingen = new Map(rows.map(({ vergadering }) => [vergadering.id, vergadering]));
  const open = new Map<number, AskedActie[]>();
  for (const [id, vergadering] of vergaderingen)
    open.set(id, await asksAbout(tx, vergadering, { open: true }));
  return open;
}

async function apply(tx: Tx, { id, persoonId }: Row, outcome: Outcome, now: Temporal.Instant): Promise<void> {
  const where = { id };
  if ('wait' in outcome) {
    await tx.herinnering.updateMany({ where, data: { geplandOp: new Date(outcome.wait.epochMilliseconds) } });
  } else if ('lapse' in outcome) {
    await tx.herinnering.updateMany({ where, data: { status: 'vervallen', reden: outcome.lapse } });
  } else {
    await tx.herinnering.updateMany({ where, data: { status: 'overgedragen' } });
    await post(tx, { persoonId, soort: 'herinnering', inhoud: { herinnering: id }, herinneringId: id }, now);
  }
}
