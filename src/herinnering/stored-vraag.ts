import { carries } from '../actie/actie.ts';
import type { StoredActie } from '../actie/stored-actie.ts';
import type { Namens } from '../actie/stored-namens.ts';
import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Tx } from '../db/database.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import {
  type AskedActie,
  asksAllAndOpen,
  type StoredVergadering,
  withOverleg,
} from '../overleg/stored-vergadering.ts';
import { type Aanloop, aanloopVan, termijnVan } from './aanloop.ts';
import { planVan, type Soort, wordtGevraagd } from './herinnering.ts';
import type { About } from './herinnering-card.ts';
import { isOpnieuw } from './uitstel.ts';

/** What is asked of one persoon: of who reads it, or of somebody they answer for. */
export type Deel = {
  voor: { id: number; naam: string; als: Als };
  open: AskedActie[];
  /** Reported on since the message was sent. */
  klaar: AskedActie[];
};

/** A message that asks for updates, as it is now. */
export type Vraag = {
  /** The message that it is, by which a button knows what it belongs to. */
  bericht: number;
  /** Who got it. */
  ontvanger: number | null;
  vergadering: StoredVergadering;
  soort: Soort;
  tekst: string;
  over: About;
  delen: Deel[];
  /** Until when is asked. */
  termijn: Temporal.Instant;
  /** All that is open in it was put off, until then. */
  uitgesteld: Temporal.Instant | undefined;
};

/** A herinnering put off asks what the uitvraag does. */
const tekstVan = (aanloop: Aanloop, soort: Soort): string =>
  (planVan(soort, aanloop) ?? aanloop.uitvraag).tekst;

export const aboutOf = ({ overleg, begin, plaats, link }: StoredVergadering) => ({
  naam: `${overleg.naam} (${overleg.code})`,
  begin: begin.toTemporalInstant(),
  plaats,
  link,
});

/** With whose it is, what it is about, and who got it. */
const whole = {
  persoon: { include: { aanstellingen: true, voorkeur: true } },
  vergadering: { include: { ...withOverleg, overgeslagen: true } },
  bericht: {
    select: { persoonId: true, persoon: { select: { voorkeur: true } } },
  },
} as const;

/** The herinneringen that a message is about: of one vergadering and one step, each with whose it is. */
export async function herinneringenVan(tx: Tx, berichtId: number) {
  const rows = await tx.herinnering.findMany({
    where: { berichtId },
    include: whole,
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ vergadering, ...row }) => (vergadering ? [{ ...row, vergadering }] : []));
}

export type Herinnering = Awaited<ReturnType<typeof herinneringenVan>>[number];

/** What the message asks now; undefined: it is no such message. */
export async function findVraag(tx: Tx, bericht: number, now: Temporal.Instant): Promise<Vraag | undefined> {
  const rows = await herinneringenVan(tx, bericht);
  return vraagIn(tx, bericht, rows, now);
}

/** The same, of herinneringen that were read before. */
export async function vraagIn(
  tx: Tx,
  bericht: number,
  rows: readonly Herinnering[],
  now: Temporal.Instant,
): Promise<Vraag | undefined> {
  const [first] = rows;
  if (!first) return undefined;
  const { vergadering, soort } = first;
  const aanloop = aanloopVan(vergadering);
  const delen = delenVan(rows, await gevraagdVoor(tx, vergadering, now));
  const datums = first.bericht?.persoon?.voorkeur?.datums;
  const over = { ...aboutOf(vergadering), ...(datums && { datums }) };
  return {
    bericht,
    ontvanger: first.bericht?.persoonId ?? null,
    vergadering,
    soort,
    tekst: tekstVan(aanloop, soort),
    over,
    delen,
    termijn: termijnVan(aanloop, over.begin, await vrijeDagen(tx)),
    uitgesteld: await uitgesteldTot(tx, vergadering.id, delen, now),
  };
}

/** Every actie that a vergadering asks about, with those that have ended, and which of them are open. */
export const gevraagdVoor = (tx: Tx, vergadering: StoredVergadering, now: Temporal.Instant) =>
  asksAllAndOpen(tx, vergadering, { now, ended: true });

type Gevraagd = Awaited<ReturnType<typeof gevraagdVoor>>;

type Rij = Pick<Herinnering, 'geplandOp' | 'inhoud'> & { persoon: Omit<Herinnering['persoon'], 'voorkeur'> };

/** Per persoon whose answer is asked: the acties that are open, and those that were reported on since it was sent. */
export function delenVan(rows: readonly Rij[], { all, open: waiting }: Gevraagd): Deel[] {
  const open = new Set(waiting.map(({ nummer }) => nummer));
  return rows.map(({ persoon, geplandOp, inhoud }) => {
    const own = all.filter((actie) => wordtGevraagd(persoon, actie));
    const since = (at: Date | undefined) => at !== undefined && at >= geplandOp;
    return {
      voor: { id: persoon.id, naam: persoon.naam, als: alsVan(inhoud) },
      open: own.filter(({ nummer }) => open.has(nummer)),
      klaar: own.filter(({ nummer, laatste }) => !open.has(nummer) && since(laatste?.gemeldOp)),
    };
  });
}

/** In what capacity who got it did so. */
export const alsVan = (inhoud: unknown): Als => (inhoud as { als?: Als } | null)?.als ?? 'zelf';

/** The first moment at which something of it is asked again, when everyone of whom something is open has put it off. */
async function uitgesteldTot(
  tx: Tx,
  vergaderingId: number,
  delen: readonly Deel[],
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const open = delen.filter((deel) => deel.open.length > 0).map(({ voor }) => voor.id);
  if (open.length === 0) return undefined;
  const waiting = await tx.herinnering.findMany({
    where: {
      ...{ vergaderingId, soort: 'later', status: 'gepland', persoonId: { in: open } },
      geplandOp: { gt: new Date(now.epochMilliseconds) },
    },
    orderBy: { geplandOp: 'asc' },
  });
  const later = waiting.filter((row) => !isOpnieuw(row));
  const all = open.every((id) => later.some(({ persoonId }) => persoonId === id));
  return all ? later[0]?.geplandOp.toTemporalInstant() : undefined;
}

/**
 * In whose name the receiver of this message reports on the actie by its buttons, nobody's where it is their own.
 * Undefined: the message is another's, or does not ask for this actie (any more).
 */
export async function gevraagdIn(
  tx: Tx,
  bericht: number,
  { id, trekkers, thema }: Pick<StoredActie, 'id' | 'trekkers' | 'thema'>,
  { asker, now }: { asker: { id: number }; now: Temporal.Instant },
): Promise<{ namens: Namens | undefined } | undefined> {
  const all = await tx.herinnering.findMany({ where: { berichtId: bericht }, include: whole });
  const rows = all.filter(({ persoon, vergadering, actieId, bericht }) => {
    if (bericht?.persoonId !== asker.id || !carries(persoon, trekkers)) return false;
    if (!vergadering) return actieId === id;
    const coming = Temporal.Instant.compare(now, vergadering.begin.toTemporalInstant()) < 0;
    return coming && vergadering.overleg.pijlers.some(({ pijlerId }) => pijlerId === thema.pijlerId);
  });
  const [first] = rows;
  if (!first) return undefined;
  if (rows.some(({ inhoud }) => alsVan(inhoud) === 'zelf')) return { namens: undefined };
  const { naam, email } = first.persoon;
  return { namens: { id: first.persoon.id, naam, email } };
}
