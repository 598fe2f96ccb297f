import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { checkMelding } from './actie.ts';
import { alreadyReported, storeUpdate } from './register-update.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { refuseStrangers } from './stored-rechten.ts';
import { updatedCard } from './update-card.ts';

/** The id of the update that a button was made after, 0 for none: how an old button is told from a new one. */
export const na = z.number().int().min(0);

export const confirmUnchanged = command({
  name: 'update.ongewijzigd',
  input: z.object({ nummer, na: na.optional() }),
  phrases: [/^(?:actie )?#?(?<nummer>\d+)[:,]? (?:is )?(?:ongewijzigd|onveranderd)[.!]?$/i],
  changes: true,
  inPlace: true,
  run: async ({ nummer, na }, asked): Promise<Card> => {
    const { actie, updateId } = await confirm(nummer, na, asked);
    return updatedCard(actie, { status: actie.status, toelichting: '' }, updateId, asked.now);
  },
});

/** Registers that nothing changed; its own kind of update. Refuses a button that somebody was ahead of. */
export async function confirm(nummer: number, na: number | undefined, asked: Asked) {
  const actie = await findActie(asked.tx, nummer);
  await refuseStrangers(actie, asked);
  if (na !== undefined && na !== (actie.updateId ?? 0)) throw new Refusal(alreadyReported(actie));
  const melding = { status: actie.status, toelichting: '' };
  checkMelding(nummer, actie.status, melding, asked.asker);
  return { actie, updateId: await storeUpdate(actie, melding, 'ongewijzigd', asked) };
}
