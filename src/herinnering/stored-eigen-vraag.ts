import type { StoredActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import type { Asked } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { cancelledCard } from './herinnering-card.ts';
import { findVraag, type Vraag } from './stored-vraag.ts';
import { pastCard } from './vraag-card.ts';

/**
 * What a button of a message belongs to, for who got that message; or what is so instead, when the vergadering has
 * been or is cancelled. Refuses everybody else. `actie`: which one the button is about.
 */
export async function eigenVraag(
  bericht: number,
  { tx, asker, now }: Asked,
  actie?: StoredActie,
): Promise<{ vraag: Vraag } | { vraag?: undefined; gesloten: Card }> {
  const vraag = await findVraag(tx, bericht, now);
  if (vraag?.ontvanger !== asker.id) {
    const look = actie
      ? `Typ «actie ${actie.nummer}» om de actie te zien.`
      : 'Typ «acties mijn» voor je acties.';
    throw new Refusal(`Deze herinnering is niet van jou. ${look}`);
  }
  if (vraag.vergadering.status === 'geannuleerd') return { gesloten: cancelledCard(vraag.over) };
  if (Temporal.Instant.compare(now, vraag.over.begin) >= 0) return { gesloten: pastCard(vraag, actie, now) };
  return { vraag };
}

/** The same, as it is by now: after a press that changed it. */
export async function vraagNu({ bericht }: Vraag, { tx, now }: Asked): Promise<Vraag> {
  const vraag = await findVraag(tx, bericht, now);
  if (!vraag) throw new Error(`bericht ${bericht} asks nothing any more`);
  return vraag;
}
