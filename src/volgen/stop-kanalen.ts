import type { Composer } from '../chat/outbox.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { rollenMet } from '../persoon/rechten.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import { stoppedCard } from './kanaal-card.ts';
import { abonnementenOf } from './stored-abonnement.ts';

const SOORT = 'kanaal-gestopt';

/**
 * Job: stops with kanalen that cannot be written in any more: they were deleted, or Doebot was taken out. Who set what
 * it follows hears so once, and the secretarissen where it had worked before. It starts again when somebody sets
 * something there.
 */
export async function stopKanalen(tx: Tx, now: Temporal.Instant): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  const failed = await tx.$queryRaw<{ kanaal_id: number }[]>`
    update bericht set gemeld_op = ${at}
    where status = 'mislukt' and gemeld_op is null and kanaal_id is not null and fout = 'kanaal_weg'
    returning kanaal_id`;
  for (const id of new Set(failed.map(({ kanaal_id }) => kanaal_id))) await stop(tx, id, now);
}

async function stop(tx: Tx, id: number, now: Temporal.Instant): Promise<void> {
  const gestoptOp = new Date(now.epochMilliseconds);
  const { count } = await tx.kanaal.updateMany({ where: { id, gestoptOp: null }, data: { gestoptOp } });
  if (count === 0) return;
  await tx.bericht.updateMany({ where: { kanaalId: id, status: 'wacht' }, data: { status: 'vervallen' } });
  const worked = await tx.bericht.count({ where: { kanaalId: id, verzondenOp: { not: null } } });
  const set = await tx.abonnement.findMany({ where: { kanaalId: id }, select: { doorId: true } });
  const secretarissen =
    worked > 0
      ? await tx.persoon.findMany({ where: { rol: { in: rollenMet('storing horen') }, ...AANWEZIG } })
      : [];
  const told = new Set([...set.map(({ doorId }) => doorId), ...secretarissen.map((one) => one.id)]);
  await post(
    tx,
    [...told].map((persoonId) => ({ persoonId, soort: SOORT, inhoud: { kanaal: id } })),
    now,
  );
}

/** Job: tells of a kanaal that was stopped; nothing when it works again. */
export const composeStopped: Composer = async ({ tx, inhoud }) => {
  const kanaal = await tx.kanaal.findFirst({ where: { id: Number(inhoud['kanaal']) } });
  if (!kanaal?.gestoptOp) return undefined;
  const followed = await abonnementenOf(tx, { kanaalId: kanaal.id });
  return stoppedCard(
    kanaal,
    followed.map(({ onderwerp }) => onderwerp),
  );
};
