import { urenVan } from '../bereikbaar/stored-bereikbaar.ts';
import type { Composer } from '../chat/outbox.ts';
import { afwijzingenCard } from './afgewezen-card.ts';
import { afwijzingenIn } from './stored-afgewezen.ts';

/** How long it may wait for somebody's own days. */
const GEDULD = { hours: 7 * 24 };

/** Job: tells the secretaris who said which actie is not theirs; nothing when all of it was taken back before. */
export const composeAfgewezen: Composer = async ({ tx, id, persoon, inhoud, now, said }) => {
  const afwijzingen = await afwijzingenIn(tx, inhoud);
  if (!said && !afwijzingen.some(({ geldt }) => geldt)) return undefined;
  if (!said) {
    const earliest = await urenVan(tx, persoon.id, now, now.add(GEDULD));
    if (!earliest.equals(now)) return { notBefore: earliest };
  }
  return afwijzingenCard(id, afwijzingen, now);
};
