import type { Composer } from '../chat/outbox.ts';
import type { Tx } from '../db/database.ts';
import type { Werkend } from '../persoon/persoon.ts';
import { carries, isEnded } from './actie.ts';
import { findActie, type StoredActie } from './stored-actie.ts';
import { vervangeneBij } from './stored-rechten.ts';
import { verzoekCard } from './verzoek-card.ts';

/** Job: asks a trekker for an update; nothing when one came in between, or it is not for this persoon any more. */
export const composeVerzoek: Composer = async ({ tx, persoon, inhoud, now }) => {
  const actie = await findActie(tx, Number(inhoud['nummer']));
  const overtaken = (actie.updateId ?? 0) !== inhoud['na'];
  if (overtaken || isEnded(actie.status) || !(await answers(persoon, actie, { tx, now }))) return undefined;
  const vrager = await tx.persoon.findFirstOrThrow({
    where: { id: Number(inhoud['vrager']) },
    include: { organisatie: true },
  });
  return verzoekCard(actie, vrager, now);
};

/** It is theirs to report on, or they stand in for whose it is. */
async function answers(
  asker: Werkend,
  actie: StoredActie,
  { tx, now }: { tx: Tx; now: Temporal.Instant },
): Promise<boolean> {
  return carries(asker, actie.trekkers) || (await vervangeneBij(actie, { tx, asker, now })) !== undefined;
}
