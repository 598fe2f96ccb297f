import type { Composer } from '../chat/outbox.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { isEnded } from './actie.ts';
import { findActie, type StoredActie } from './stored-actie.ts';
import { type Gevraagde, verdeel } from './stored-verzoek.ts';
import { verzoekCard } from './verzoek-card.ts';

/**
 * Job: asks for an update, within the hours of who reads it; nothing when one came in between. Where it is not for this
 * persoon any more, whoever it is for by now gets it.
 */
export const composeVerzoek: Composer = async ({ tx, persoon, inhoud, now, said }) => {
  const actie = await findActie(tx, Number(inhoud['nummer']));
  const overtaken = (actie.updateId ?? 0) !== inhoud['na'];
  if (overtaken || actie.opgegaanIn !== null || isEnded(actie.status)) return undefined;
  const vraag = { nummer: actie.nummer, na: Number(inhoud['na']), vrager: Number(inhoud['vrager']) };
  const { naar } = await verdeel(tx, actie, now);
  const own = naar.find((gevraagde) => gevraagde.persoon.id === persoon.id);
  if (!own) {
    if (!said) await passOn(tx, { actie, naar }, vraag, now);
    return undefined;
  }
  if (!said && !own.op.equals(now)) return { notBefore: own.op };
  const vrager = await tx.persoon.findFirstOrThrow({
    where: { id: vraag.vrager },
    include: { organisatie: true },
  });
  return verzoekCard(actie, { vrager, voor: own.voor }, now);
};

type Vraag = { nummer: number; na: number; vrager: number };

/** To each who has not been asked yet. Two that are passed on at the same time do so one after the other. */
async function passOn(
  tx: Tx,
  { actie, naar }: { actie: StoredActie; naar: readonly Gevraagde[] },
  inhoud: Vraag,
  now: Temporal.Instant,
): Promise<void> {
  await tx.$queryRaw`select id from actie where id = ${actie.id} for no key update`;
  const about = (['nummer', 'na', 'vrager'] as const).map((key) => {
    return { inhoud: { path: [key], equals: inhoud[key] } };
  });
  const known = await tx.bericht.findMany({
    where: { soort: 'verzoek', status: { not: 'vervallen' }, AND: about },
    select: { persoonId: true },
  });
  const asked = new Set([inhoud.vrager, ...known.map(({ persoonId }) => persoonId)]);
  const others = naar.filter(({ persoon }) => !asked.has(persoon.id));
  await post(
    tx,
    others.map(({ persoon }) => ({ persoonId: persoon.id, soort: 'verzoek', inhoud })),
    now,
  );
}
