import type { Composer } from '../chat/outbox.ts';
import { carries, isEnded } from './actie.ts';
import { findActie } from './stored-actie.ts';
import { verzoekCard } from './verzoek-card.ts';

/** Job: asks a trekker for an update; nothing when one came in between, or it is not for this persoon any more. */
export const composeVerzoek: Composer = async ({ tx, persoon, inhoud, now }) => {
  const actie = await findActie(tx, Number(inhoud['nummer']));
  const overtaken = (actie.updateId ?? 0) !== inhoud['na'];
  if (overtaken || isEnded(actie.status) || !carries(persoon, actie.trekkers)) return undefined;
  const vrager = await tx.persoon.findFirstOrThrow({
    where: { id: Number(inhoud['vrager']) },
    include: { organisatie: true },
  });
  return verzoekCard(actie, vrager, now);
};
