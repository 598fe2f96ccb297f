import type { Card } from '../chat/card.ts';
import type { Tx } from '../db/database.ts';
import type { StoredVergadering } from '../overleg/stored-vergadering.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import { bereikCard } from './bereik-card.ts';

/** Job: who cannot be reached for this vergadering, of those who are to be written to. */
export async function composeBereik(
  tx: Tx,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
): Promise<Card> {
  const planned = { status: 'gepland' as const, vergaderingId: vergadering.id };
  const personen = await tx.persoon.findMany({
    where: { ...AANWEZIG, herinneringen: { some: planned } },
    include: { organisatie: true },
    orderBy: [{ organisatie: { naam: 'asc' } }, { naam: 'asc' }],
  });
  const { overleg, begin } = vergadering;
  return bereikCard({
    over: { naam: `${overleg.naam} (${overleg.code})`, begin: begin.toTemporalInstant() },
    count: personen.length,
    missed: personen.flatMap(({ bereik, ...persoon }) => (bereik === null ? [] : [{ ...persoon, bereik }])),
    unknown: personen.filter(({ bereikOp }) => bereikOp === null).length,
    now,
  });
}
