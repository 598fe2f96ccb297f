import type { Tx } from '../db/database.ts';
import { nietGeteld, type Telling } from './stand.ts';

/**
 * The counts per pijler as they were at that moment: what was reported later, or withdrawn later, is counted back.
 * Pijlers in their own order, those without acties too.
 */
export async function readTelling(tx: Tx, at: Temporal.Instant): Promise<Telling[]> {
  const moment = new Date(at.epochMilliseconds);
  const there = {
    AND: [
      { OR: [{ toegevoegdOp: null }, { toegevoegdOp: { lte: moment } }] },
      { OR: [{ opgegaanOp: null }, { opgegaanOp: { gt: moment } }] },
    ],
  };
  const themas = await tx.thema.findMany({
    include: { pijler: true },
    orderBy: { pijler: { nummer: 'asc' } },
  });
  const tellingen = new Map(
    themas.map(({ pijler }) => [pijler.id, { pijler: pijler.naam, aantallen: nietGeteld() }]),
  );
  const of = new Map(themas.map(({ id, pijler }) => [id, tellingen.get(pijler.id)?.aantallen]));
  const groups = await tx.actie.groupBy({ by: ['themaId', 'status'], where: there, _count: true });
  for (const { themaId, status, _count } of groups) {
    const aantallen = of.get(themaId);
    if (aantallen) aantallen[status] += _count;
  }
  const later = await tx.update.findMany({
    where: { gemeldOp: { gt: moment }, actie: there },
    distinct: ['actieId'],
    select: { statusVan: true, actie: { select: { themaId: true, status: true } } },
    orderBy: { id: 'asc' },
  });
  for (const { statusVan, actie } of later) {
    const aantallen = of.get(actie.themaId);
    if (!aantallen) continue;
    aantallen[actie.status] -= 1;
    aantallen[statusVan] += 1;
  }
  return [...tellingen.values()];
}
