import type { Card } from '../chat/card.ts';
import type { Composer } from '../chat/outbox.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { rollenMet } from '../persoon/rechten.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import { undeliveredCard } from './undelivered-card.ts';

/** Job: tells those who hear of failures, once and in one message, what could not be delivered in the end. */
export async function reportUndelivered(tx: Tx, now: Temporal.Instant): Promise<void> {
  const failed = await tx.$queryRaw<{ id: number; persoon_id: number | null; soort: string }[]>`
    update bericht set gemeld_op = ${new Date(now.epochMilliseconds)}
    where status = 'mislukt' and gemeld_op is null returning id, persoon_id, soort`;
  const rol = { in: rollenMet('storing horen') };
  const hearing = await tx.persoon.findMany({ where: { rol, ...AANWEZIG }, orderBy: { id: 'asc' } });
  for (const { id } of hearing) {
    // Not what failed on its way to them, and not a report that failed: it would go on for ever.
    const berichten = failed
      .filter((row) => row.persoon_id !== id && row.soort !== SOORT)
      .map((row) => row.id);
    if (berichten.length > 0) await post(tx, [{ persoonId: id, soort: SOORT, inhoud: { berichten } }], now);
  }
}

const SOORT = 'niet-bezorgd';

/** Job: the message of `reportUndelivered`. */
export const composeUndelivered: Composer = async ({ tx, inhoud, now }): Promise<Card> => {
  const ids = (inhoud['berichten'] as number[]) ?? [];
  const rows = await tx.bericht.findMany({
    where: { id: { in: ids } },
    include: { persoon: { include: { organisatie: true } }, kanaal: true },
    orderBy: { id: 'asc' },
  });
  return undeliveredCard(rows, now);
};
