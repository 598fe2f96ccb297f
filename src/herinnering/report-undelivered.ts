import type { Composer } from '../chat/outbox.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { hoorders, meldUur, NIET_BEZORGD } from './stored-melding.ts';
import { undeliveredCard } from './undelivered-card.ts';

/** Job: tells those who hear of failures, once and in one message, what could not be delivered in the end. */
export async function reportUndelivered(tx: Tx, now: Temporal.Instant): Promise<void> {
  const failed = await tx.$queryRaw<{ id: number; persoon_id: number | null; soort: string }[]>`
    update bericht set gemeld_op = ${new Date(now.epochMilliseconds)}
    where status = 'mislukt' and gemeld_op is null returning id, persoon_id, soort`;
  for (const id of await hoorders(tx)) {
    // Not what failed on its way to them, and not a report that failed: it would go on for ever.
    const berichten = failed
      .filter((row) => row.persoon_id !== id && row.soort !== NIET_BEZORGD)
      .map((row) => row.id);
    if (berichten.length > 0)
      await post(tx, [{ persoonId: id, soort: NIET_BEZORGD, inhoud: { berichten } }], now);
  }
}

/** Job: the message of `reportUndelivered`: what has not arrived by then. In working hours. */
export const composeUndelivered: Composer = async ({ tx, persoon, inhoud, now }) => {
  const earliest = await meldUur(tx, persoon.id, now);
  if (!earliest.equals(now)) return { notBefore: earliest };
  const ids = (inhoud['berichten'] as number[]) ?? [];
  const rows = await tx.bericht.findMany({
    where: { id: { in: ids }, status: 'mislukt' },
    include: {
      persoon: { include: { organisatie: true } },
      kanaal: true,
      bezorgingen: { select: { platform: true }, orderBy: { id: 'asc' } },
    },
    orderBy: { id: 'asc' },
  });
  return rows.length === 0 ? undefined : undeliveredCard(rows, now);
};
