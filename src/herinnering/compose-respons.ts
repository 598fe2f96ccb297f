import type { Card } from '../chat/card.ts';
import type { Tx } from '../db/database.ts';
import type { StoredVergadering } from '../overleg/stored-vergadering.ts';
import { perOrganisatie } from './openstaand.ts';
import type { Verteld } from './respons.ts';
import { responsLineCard } from './respons-card.ts';
import { responsNu } from './stored-respons.ts';

/** Job: how the response stands when it is sent, in one line; with a warning where that was decided. */
export async function composeRespons(
  tx: Tx,
  vergadering: StoredVergadering,
  inhoud: readonly unknown[],
  now: Temporal.Instant,
): Promise<Card> {
  const { respons, open } = await responsNu(tx, vergadering, now);
  const { id, overleg, begin } = vergadering;
  const over = { naam: `${overleg.naam} (${overleg.code})`, begin: begin.toTemporalInstant() };
  const warns = (inhoud as Partial<Verteld>[]).some(({ gewaarschuwd }) => gewaarschuwd === true);
  return responsLineCard({ over, vergadering: id, respons, per: perOrganisatie(open), now }, warns);
}
