import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { asksAbout, findVergadering } from '../overleg/stored-vergadering.ts';
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
    include: { persoon: true },
    orderBy: [{ geplandOp: 'asc' }, { id: 'asc' }],
  });
  for (const row of rows) {
    const outcome = await outcomeOf(tx, row, rows, now);
    await apply(tx, row, outcome, now);
  }
}

type Row = {
  id: number;
  vergaderingId: number;
  persoonId: number;
  soort: 'uitvraag' | 'herhaling' | 'overzicht' | 'aankondiging';
  persoon: { id: number; organisatieId: number };
};

async function outcomeOf(tx: Tx, row: Row, rows: Row[], now: Temporal.Instant): Promise<Outcome> {
  const vergadering = await findVergadering(tx, row.vergaderingId);
  const asks = row.soort === 'uitvraag' || row.soort === 'herhaling';
  const open = asks ? (await asksAbout(tx, vergadering, { open: true, persoon: row.persoon })).length : 0;
  const overtaken = rows.some((other) => {
    const same = other.persoonId === row.persoonId && other.vergaderingId === row.vergaderingId;
    return same && row.soort === 'uitvraag' && other.soort === 'herhaling';
  });
  const begin = vergadering.begin.toTemporalInstant();
  return decide(
    { soort: row.soort, begin, geannuleerd: vergadering.status === 'geannuleerd', overtaken, open },
    now,
  );
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
