import { urenVan } from '../bereikbaar/stored-bereikbaar.ts';
import type { Composer } from '../chat/outbox.ts';
import { AFLOOP, afloopUiterlijk, eindeVan } from './akkoord.ts';
import { afloopCard, vraagCard } from './akkoord-card.ts';
import { uiterlijkVan } from './stored-akkoord.ts';
import { findAkkoordvraag } from './stored-akkoordvraag.ts';

/** Job: asks for an akkoord, or tells the secretaris how it ended; nothing when it has become pointless. */
export const composeAkkoord: Composer = async ({ tx, id, persoon, now, said }) => {
  const vraag = await findAkkoordvraag(tx, id);
  if (!vraag) return undefined;
  const ends = vraag.trede === AFLOOP;
  const card = () => (ends ? afloopCard(vraag, now) : vraagCard(vraag, now));
  if (said) return card();
  const { ronde, delen } = vraag;
  const uiterlijk = ends ? afloopUiterlijk(uiterlijkVan(ronde)) : eindeVan(uiterlijkVan(ronde));
  const open = ends || delen.some(({ akkoord }) => akkoord.status === 'open');
  if (persoon.rol === 'bestuurder' || ronde.geslotenOp || !open) return undefined;
  if (Temporal.Instant.compare(now, uiterlijk) >= 0) return undefined;
  const earliest = await urenVan(tx, persoon.id, now, uiterlijk);
  return earliest.equals(now) ? card() : { notBefore: earliest };
};
