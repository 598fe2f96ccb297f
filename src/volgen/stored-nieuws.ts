import { meldingOf } from '../actie/update.ts';
import type { Tx } from '../db/database.ts';
import type { Nieuws } from './nieuws.ts';

const whole = {
  persoon: { include: { organisatie: true } },
  namens: { include: { organisatie: true } },
  vorige: true,
  intrekking: true,
  actie: { select: { id: true, nummer: true, titel: true } },
} as const;

type Row = Awaited<ReturnType<typeof find>>;

const find = (tx: Tx, id: number) => tx.update.findFirstOrThrow({ where: { id }, include: whole });

/** The report that began a row of corrections: what people were told of. */
export async function firstOf(tx: Tx, id: number): Promise<number> {
  const { corrigeertId } = await tx.update.findFirstOrThrow({
    where: { id },
    select: { corrigeertId: true },
  });
  return corrigeertId === null ? id : firstOf(tx, corrigeertId);
}

/** What became of these reports, each the first of its row of corrections. */
export async function findNieuws(tx: Tx, updates: readonly number[]): Promise<Nieuws[]> {
  const all: Nieuws[] = [];
  for (const id of updates) {
    const first = await find(tx, id);
    const last = await lastStanding(tx, first);
    all.push({
      actie: first.actie,
      van: meldingOf(last.statusVan, first.vorige),
      naar: meldingOf(last.statusNaar, last),
      wie: whoOf(last),
      op: last.gemeldOp.toTemporalInstant(),
      gecorrigeerd: last.id !== first.id,
      // What is left of a corrected «ongewijzigd», once the correction is withdrawn, is no change.
      ingetrokken: first.intrekking !== null || last.soort === 'ongewijzigd',
    });
  }
  return all;
}

async function lastStanding(tx: Tx, row: Row): Promise<Row> {
  const next = await tx.update.findFirst({
    where: { corrigeertId: row.id, intrekking: { is: null } },
    include: whole,
    orderBy: { id: 'desc' },
  });
  return next ? lastStanding(tx, next) : row;
}

function whoOf({ persoon, namens }: Row): string {
  const by = `${persoon.naam} (${persoon.organisatie.naam})`;
  return namens ? `${namens.naam} (${namens.organisatie.naam}), geregistreerd door ${by}` : by;
}
