import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { bezwaarTegen } from './regels.ts';
import { alreadyReported, namens, storeUpdate } from './register-update.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { findMelder, type Melder } from './stored-melder.ts';
import { meldingNow } from './update.ts';
import { updatedCard } from './update-card.ts';

/** The id of the update that a button was made after, 0 for none: how an old button is told from a new one. */
export const na = z.number().int().min(0);

export const confirmUnchanged = command({
  name: 'update.ongewijzigd',
  input: z.object({ nummer, na: na.optional(), namens }),
  phrases: [
    /^(?:namens (?<namens>.{2,200}?)[:,]? )?(?:actie )?#?(?<nummer>\d+)[:,]? (?:is )?(?:ongewijzigd|onveranderd)[.!]?$/i,
  ],
  changes: true,
  inPlace: true,
  run: async ({ nummer, na, namens }, asked): Promise<Card> => {
    return updatedCard({ ...(await confirm(nummer, na, { namens }, asked)), now: asked.now });
  },
});

/** Registers that nothing changed; its own kind of update. Refuses a button that somebody was ahead of. */
export async function confirm(nummer: number, na: number | undefined, melder: Melder, asked: Asked) {
  const actie = await findActie(asked.tx, nummer);
  const namens = await findMelder(actie, melder, asked);
  if (na !== undefined && na !== (actie.updateId ?? 0)) throw new Refusal(alreadyReported(actie));
  const melding = meldingNow(actie);
  const today = toLocal(asked.now).toPlainDate();
  const bezwaar = bezwaarTegen(melding, { nummer, van: melding, asker: asked.asker, today });
  if (bezwaar) throw new Refusal(bezwaar.zin);
  return { actie, van: melding, melding, namens, id: await storeUpdate(actie, melding, asked, { namens }) };
}
