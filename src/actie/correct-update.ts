import { z } from 'zod';
import { type Asked, command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import type { Status } from './actie.ts';
import { updateText } from './actie-card.ts';
import { nummer } from './show-actie.ts';
import { findActie, type StoredActie } from './stored-actie.ts';
import { type Melding, meldingNow, meldingOf } from './update.ts';
import { updateForm } from './update-form.ts';

export const correctUpdate = command({
  name: 'update.corrigeren',
  input: z.object({ nummer, update: z.number().int() }),
  phrases: [],
  run: async ({ nummer, update }, asked) => {
    const actie = await findActie(asked.tx, nummer);
    await toCorrect(actie, update, asked);
    return updateForm({ actie, melding: meldingNow(actie), corrigeert: update });
  },
});

/**
 * The update that is put right, and how the actie stood before it. Refuses another person's, and one that is no longer
 * the last: what came after it was said knowing it.
 */
export async function toCorrect(
  actie: StoredActie,
  id: number,
  { tx, asker }: Asked,
): Promise<{ id: number; van: Melding }> {
  const update = await tx.update.findFirst({
    where: { id, actieId: actie.id },
    include: { vorige: true, persoon: true },
  });
  if (!update) throw new Refusal(`Deze melding bij actie #${actie.nummer} bestaat niet.`);
  if (update.persoonId !== asker.id) {
    throw new Refusal(`Alleen ${update.persoon.naam} kan deze melding corrigeren.`);
  }
  if (actie.updateId !== id) {
    const now = actie.laatste
      ? `Er staat nu: ${updateText(actie.laatste)}.`
      : 'De melding is ongedaan gemaakt.';
    throw new Refusal(
      `Deze melding is niet meer de laatste. ${now} Typ «actie ${actie.nummer} bijwerken» om iets nieuws te melden.`,
    );
  }
  return { id, van: await beforeAll(update, tx) };
}

/** How the actie stood before the first of a row of corrections. */
async function beforeAll(
  update: { corrigeertId: number | null; statusVan: Status; vorige: Parameters<typeof meldingOf>[1] },
  tx: Asked['tx'],
): Promise<Melding> {
  if (update.corrigeertId === null) return meldingOf(update.statusVan, update.vorige);
  const first = await tx.update.findFirstOrThrow({
    where: { id: update.corrigeertId },
    include: { vorige: true },
  });
  return beforeAll(first, tx);
}
