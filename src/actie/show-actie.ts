import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { mag } from '../persoon/rechten.ts';
import { mayUpdate } from './actie.ts';
import { actieCard } from './actie-card.ts';
import { findActie, type StoredActie } from './stored-actie.ts';
import { contactWarnings } from './stored-contact.ts';

/** A number of an actie, from words, a button or a form. */
export const nummer = z.coerce.number().min(0);

export const showActie = command({
  name: 'actie.toon',
  input: z.object({ nummer }),
  phrases: [/^(?:actie|nummer|nr\.?|actie nummer|actie nr\.?)? ?#?(?<nummer>\d+)\s*[?.!]*$/i],
  run: ({ nummer }, asked) => show(nummer, asked),
});

/** The card of an actie, as the asker may see it. */
export async function show(nummer: number, { tx, asker, now }: Asked): Promise<Card> {
  const actie = await findActie(tx, nummer);
  // Not for the room: that nothing changed is no reproach.
  const stil = mag(asker, 'alle acties melden') ? await unchangedInARow(tx, actie) : 0;
  const warnings = await contactWarnings(actie, { tx, asker, now });
  return actieCard(actie, now, { mayUpdate: mayUpdate(asker, actie.trekkers), stil, warnings });
}

/** How often "ongewijzigd" was reported since something last changed. */
async function unchangedInARow(tx: Tx, { id, laatste }: StoredActie): Promise<number> {
  if (laatste?.soort !== 'ongewijzigd') return 0;
  const standing = { actieId: id, intrekking: { is: null } };
  const changed = await tx.update.findFirst({
    where: { ...standing, soort: 'gewijzigd' },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return tx.update.count({ where: { ...standing, soort: 'ongewijzigd', id: { gt: changed?.id ?? 0 } } });
}
