import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planVerwacht } from '../herinnering/plan-verwacht.ts';
import { refreshHerinneringen } from '../herinnering/refresh-herinneringen.ts';
import { momentText } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { tellWithdrawn } from '../volgen/tell-volgers.ts';
import { updateText } from './actie-card.ts';
import { nummer } from './show-actie.ts';
import { findActie, takeActie } from './stored-actie.ts';
import { undoneCard } from './update-card.ts';

const undone = z.object({ nummer, update: z.number().int() });

export const undoUpdate = command({
  name: 'update.ongedaan',
  input: undone,
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ nummer, update }, asked) => undo(nummer, update, asked),
});

/** From the list of what a round registered: that list stays, with the ways back for the others. */
export const undoFromRonde = command({
  name: 'ronde.ongedaan',
  input: undone,
  phrases: [],
  changes: true,
  run: ({ nummer, update }, asked) => undo(nummer, update, asked),
});

/** Withdraws an update while it still holds, by who gave it: a new row, and the actie is as it was before. */
async function undo(nummer: number, updateId: number, asked: Asked): Promise<Card> {
  const { tx, asker, now, platform } = asked;
  const actie = await findActie(tx, nummer);
  const update = await tx.update.findFirst({
    where: { id: updateId, actieId: actie.id },
    include: { intrekking: true, persoon: true, vorige: true },
  });
  if (!update || update.soort === 'ingetrokken')
    throw new Refusal(`Deze melding bij actie #${nummer} bestaat niet.`);
  if (update.persoonId !== asker.id) {
    throw new Refusal(`Alleen ${update.persoon.naam} kan deze melding ongedaan maken.`);
  }
  if (update.intrekking) {
    const when = momentText(update.intrekking.gemeldOp.toTemporalInstant());
    throw new Refusal(`Al verwerkt: deze melding bij actie #${nummer} is op ${when} uur ongedaan gemaakt.`);
  }
  if (actie.updateId !== updateId && actie.laatste) {
    throw new Refusal(`Er is daarna nog iets gemeld bij actie #${nummer}: ${updateText(actie.laatste)}.`);
  }
  await takeActie(tx, { id: actie.id, nummer, updateId });
  const op = new Date(now.epochMilliseconds);
  // Not `statusVan`: of a correction that is how it stood before what was put right.
  const status = update.vorige?.statusNaar ?? update.statusVan;
  const before = { status, updateId: update.vorigeId };
  await tx.actie.updateMany({ where: { id: actie.id }, data: before });
  await tx.update.create({
    data: {
      actieId: actie.id,
      persoonId: asker.id,
      soort: 'ingetrokken',
      statusVan: actie.status,
      statusNaar: status,
      toelichting: '',
      platform,
      gemeldOp: op,
      vorigeId: updateId,
      trektInId: updateId,
    },
  });
  const inhoud = { nummer, update: updateId, van: actie.status, naar: status };
  await addLogregel(asked, 'ongedaan', inhoud);
  await tellWithdrawn(tx, updateId, now);
  if (update.verwachtOp || update.vorige?.verwachtOp) await planVerwacht(tx, { acties: [actie.id] }, now);
  await refreshHerinneringen(tx, { acties: [actie.id] }, now);
  return undoneCard({ ...actie, status }, now);
}
