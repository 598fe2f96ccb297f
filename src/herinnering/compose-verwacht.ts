import { urenVan } from '../bereikbaar/stored-bereikbaar.ts';
import type { Composer } from '../chat/outbox.ts';
import { findVerwacht } from './stored-verwacht.ts';
import { verwachtCard } from './verwacht-card.ts';

/** How long it may wait for somebody's own days. */
const GEDULD = { hours: 7 * 24 };

/** Job: asks how the acties stand that were to be done by now; nothing when all of it was answered before. */
export const composeVerwacht: Composer = async ({ tx, id, persoon, now, said }) => {
  const vraag = await findVerwacht(tx, id);
  if (!vraag) return undefined;
  if (said) return verwachtCard(vraag, now);
  if (persoon.rol === 'bestuurder' || vraag.delen.every(({ open }) => open.length === 0)) return undefined;
  const earliest = await urenVan(tx, persoon.id, now, now.add(GEDULD));
  return earliest.equals(now) ? verwachtCard(vraag, now) : { notBefore: earliest };
};
