import type { Composer } from '../chat/outbox.ts';
import type { Tx } from '../db/database.ts';
import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { bereikbaarAls } from '../persoon/persoon.ts';
import { AANWEZIG, persoonById } from '../persoon/stored-persoon.ts';
import { werkVan } from '../persoon/stored-werk.ts';
import { vervangingCard, vervangingVoorbijCard } from './afwezig-card.ts';
import { isBefore } from './afwezigheid.ts';
import { type Afwezig, afwezigheidById, asDatum, VERVANGING } from './stored-afwezig.ts';
import { voorkeurVan } from './stored-bereikbaar.ts';
import { binnenUren } from './voorkeur.ts';

/**
 * Job: tells somebody that they stand in, from when to when and for which acties; nothing once that is over, and
 * nothing to a bestuurder.
 */
export const composeVervanging: Composer = async ({ tx, persoon, inhoud, now, said }) => {
  const row = await afwezigheidById(tx, Number(inhoud['afwezigheid']));
  const today = toLocal(now).toPlainDate();
  const pointless = !row || row.ingetrokkenOp || row.persoon.vertrokkenOp || row.vervangerId !== persoon.id;
  if (pointless || isBefore(row.tot, today) || persoon.rol === 'bestuurder') return undefined;
  // In their own hours if that is before it begins; otherwise in those of everybody.
  const begins = isBefore(today, row.van) ? row.van : today.add({ days: 1 });
  const earliest = await earliestFor(tx, persoon.id, atLocalTime(begins, '12:00'), now);
  if (!said && !earliest.equals(now)) return { notBefore: earliest };
  const { acties } = await werkVan(tx, await persoonById(tx, row.persoonId), now);
  return vervangingCard(row, acties, { bij: await wieHoort(tx, persoon.id, row, today), today, now });
};

/** Job: tells somebody that they do not stand in any more; nothing if they never heard that they did. */
export const composeVervangingVoorbij: Composer = async ({ tx, persoon, inhoud, now, said }) => {
  const id = Number(inhoud['afwezigheid']);
  const row = await afwezigheidById(tx, id);
  const today = toLocal(now).toPlainDate();
  if (!row || isBefore(row.tot, today) || persoon.rol === 'bestuurder') return undefined;
  const told = await tx.bericht.count({
    where: {
      persoonId: persoon.id,
      soort: VERVANGING,
      status: { in: ['verzonden', 'bezig'] },
      inhoud: { path: ['afwezigheid'], equals: id },
    },
  });
  if (told === 0) return undefined;
  const earliest = await earliestFor(tx, persoon.id, atLocalTime(today.add({ days: 1 }), '12:00'), now);
  if (!said && !earliest.equals(now)) return { notBefore: earliest };
  return vervangingVoorbijCard(row, today, now);
};

/** Whom to tell that it cannot be: who is to be away, or once they are a secretaris who is there. */
async function wieHoort(tx: Tx, vervanger: number, { persoon, van }: Afwezig, today: Temporal.PlainDate) {
  if (isBefore(today, van)) return bereikbaarAls(persoon);
  const dag = asDatum(today);
  const away = { ingetrokkenOp: null, van: { lte: dag }, tot: { gte: dag } };
  const secretaris = await tx.persoon.findFirst({
    where: { rol: 'secretaris', ...AANWEZIG, id: { not: vervanger }, afwezig: { none: away } },
    orderBy: { id: 'asc' },
  });
  return secretaris ? `de secretaris, ${bereikbaarAls(secretaris)}` : bereikbaarAls(persoon);
}

async function earliestFor(tx: Tx, persoonId: number, uiterlijk: Temporal.Instant, now: Temporal.Instant) {
  const voorkeur = await tx.voorkeur.findFirst({ where: { persoonId } });
  return binnenUren(now, voorkeurVan({ voorkeur }), { uiterlijk, vrij: await vrijeDagen(tx) });
}
