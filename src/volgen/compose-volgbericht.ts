import { actiesById, type StoredActie } from '../actie/stored-actie.ts';
import type { Composer, KanaalComposer } from '../chat/outbox.ts';
import type { Tx } from '../db/database.ts';
import { withinWerktijd } from '../kalender/werktijd.ts';
import type { Volger } from './abonnement.ts';
import { type Nieuws, perActie } from './nieuws.ts';
import { abonnementenOf, follows } from './stored-abonnement.ts';
import { findNieuws } from './stored-nieuws.ts';
import { draadCard, forPersoonCard, reactieCard, welkomCard } from './volgbericht-card.ts';

/** When persons are told of changes, in Europe/Amsterdam; kanalen are told at once. */
const HOURS = { open: '07:00', closed: '19:00' };

/** Job: tells a persoon what changed; outside working hours later, and then in one message. What was told is edited at once. */
export const composeVolgbericht: Composer = async ({ tx, persoon, inhoud, now, said }) => {
  if (!said) {
    const earliest = withinWerktijd(now, HOURS);
    if (!earliest.equals(now)) return { notBefore: earliest };
  }
  const nieuws = await findNieuws(tx, updatesIn(inhoud['updates']));
  const worth = said ? nieuws : await worthTelling(tx, nieuws, { persoonId: persoon.id });
  // Edited only when it was put right or withdrawn: what its reader was told is not true any more.
  return worth.length === 0 ? undefined : { ...forPersoonCard(perActie(worth), now), news: said };
};

/** Job: tells a kanaal of one change, in the thread of the actie. */
export const composeReactie: KanaalComposer = async ({ tx, kanaal, inhoud, said }) => {
  const nieuws = await findNieuws(tx, updatesIn(inhoud['updates']));
  const [one] = said ? nieuws : await worthTelling(tx, nieuws, { kanaalId: kanaal.id });
  return one && reactieCard(one);
};

/** Job: what begins the thread of an actie in a kanaal. Not there yet, it only comes when there is something to tell. */
export const composeDraad: KanaalComposer = async ({ tx, id, kanaal, inhoud, now, said }) => {
  const [actie] = await actiesById(tx, [Number(inhoud['actie'])]);
  if (!actie) return undefined;
  if (said) return draadCard(actie, now);
  const waiting = await tx.bericht.findMany({ where: { draadId: id, status: { in: ['wacht', 'bezig'] } } });
  for (const one of waiting) {
    const { updates } = one.inhoud as { updates: number[] };
    const worth = await worthTelling(tx, await findNieuws(tx, updates), { kanaalId: kanaal.id });
    if (worth.length > 0) return draadCard(actie, now);
  }
  return undefined;
};

/** Job: tells a kanaal that it follows something from now on, and who set that. */
export const composeWelkom: KanaalComposer = async ({ tx, kanaal, inhoud }) => {
  const id = Number(inhoud['abonnement']);
  const one = (await abonnementenOf(tx, { kanaalId: kanaal.id })).find((abonnement) => abonnement.id === id);
  if (!one) return undefined;
  const { door } = await tx.abonnement.findFirstOrThrow({
    where: { id },
    select: { door: { include: { organisatie: true } } },
  });
  return welkomCard(one.onderwerp, door);
};

const updatesIn = (inhoud: unknown): number[] => (inhoud as number[] | undefined) ?? [];

/** What still stands, of acties that are still followed. */
async function worthTelling(tx: Tx, nieuws: readonly Nieuws[], volger: Volger): Promise<Nieuws[]> {
  const standing = nieuws.filter(({ ingetrokken }) => !ingetrokken);
  const acties = await actiesById(
    tx,
    standing.map(({ actie }) => actie.id),
  );
  const followed = new Set<StoredActie['id']>();
  for (const actie of acties) if (await follows(tx, volger, actie)) followed.add(actie.id);
  return standing.filter(({ actie }) => followed.has(actie.id));
}
