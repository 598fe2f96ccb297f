import type { Card } from '../chat/card.ts';
import type { Tx } from '../db/database.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import type { StoredVergadering } from '../overleg/stored-vergadering.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import { aanloopVan, momentVan } from './aanloop.ts';
import { aanvangVan } from './bereik.ts';
import { bereikCard } from './bereik-card.ts';
import { ontvangersVan } from './stored-bereik.ts';

/** Job: who cannot be reached for this vergadering, of those who are to be written to and those who stand in for them. */
export async function composeBereik(
  tx: Tx,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
): Promise<Card> {
  const gets = await ontvangersVan(tx, vergadering, now);
  const personen = await tx.persoon.findMany({
    where: { ...AANWEZIG, id: { in: [...gets.keys()] } },
    include: { organisatie: true },
    orderBy: [{ organisatie: { naam: 'asc' } }, { naam: 'asc' }],
  });
  const { overleg } = vergadering;
  const begin = vergadering.begin.toTemporalInstant();
  const aanvang = aanvangVan(aanloopVan(vergadering));
  return bereikCard({
    over: { naam: `${overleg.naam} (${overleg.code})`, begin },
    count: personen.length,
    missed: personen.flatMap(({ bereik, ...persoon }) =>
      bereik === null ? [] : [{ ...persoon, bereik, als: [...(gets.get(persoon.id) ?? [])] }],
    ),
    unknown: personen.filter(({ bereikOp }) => bereikOp === null).length,
    aanvang: aanvang && momentVan(aanvang, begin, await vrijeDagen(tx)),
    now,
  });
}
