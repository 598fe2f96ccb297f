import type { Composer } from '../chat/outbox.ts';
import { post } from '../chat/post.ts';
import type { Database, Tx } from '../db/database.ts';
import { hoorders, MELDINGEN, meldUur, NIET_BEZORGD } from './stored-melding.ts';
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

/** That long a report that was given up is tried again. */
const WEEK = { hours: 7 * 24 };

/**
 * Job: tries anew the reports that did not reach who should have heard them, for they tell what nobody else does: when
 * it is as long after the last attempt as that was after the report, and each day at least.
 */
export async function retryMeldingen({ owner }: Database, now: Temporal.Instant): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  await owner.$executeRaw`
    update bericht set status = 'wacht', pogingen = 0, gehad = '{}', volgende_op = ${at}
    where status = 'mislukt' and soort = any(${MELDINGEN}::text[]) and gemeld_op is not null
      and gemaakt_op > ${new Date(now.subtract(WEEK).epochMilliseconds)}
      and volgende_op + least(volgende_op - gemaakt_op, interval '1 day') <= ${at}`;
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
