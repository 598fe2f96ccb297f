import { ON_AGENDA } from '../actie/stored-actie.ts';
import type { Als } from '../bereikbaar/ontvanger.ts';
import { voorkeurVan, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import { binnenUren } from '../bereikbaar/voorkeur.ts';
import type { Card } from '../chat/card.ts';
import type { Composer } from '../chat/outbox.ts';
import type { Tx } from '../db/database.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { asksAbout, type StoredVergadering, withOverleg } from '../overleg/stored-vergadering.ts';
import { type Aanloop, aanloopVan, type Stap } from './aanloop.ts';
import { type Soort, vraagt, wordtGevraagd } from './herinnering.ts';
import { announcementCard, cancelledCard, overviewCard } from './herinnering-card.ts';
import { askCard, type Deel } from './vraag-card.ts';

/** Job: what a herinnering says, from what is true when it is sent; nothing when it has become pointless. */
export const composeHerinnering: Composer = async ({ tx, id, persoon, now, said }) => {
  const rows = await herinneringenVan(tx, id);
  const [first] = rows;
  if (!first) return undefined;
  const { vergadering, soort } = first;
  const over = aboutOf(vergadering);
  if (vergadering.status === 'geannuleerd') return said ? cancelledCard(over) : undefined;
  if (Temporal.Instant.compare(now, over.begin) >= 0) return undefined;
  const aanloop = aanloopVan(vergadering);
  const plan = soort in aanloop ? aanloop[soort as Stap] : undefined;
  // What they got before is kept right, also when the step was switched off since.
  if (!said && persoon.rol === 'bestuurder' && !plan?.bestuurders) return undefined;
  if (!said) {
    const voorkeur = await tx.persoon.findFirst({ where: { id: persoon.id }, include: withVoorkeur });
    const uren = { uiterlijk: over.begin, vrij: await vrijeDagen(tx) };
    const earliest = binnenUren(now, voorkeurVan(voorkeur ?? { voorkeur: null }), uren);
    if (!earliest.equals(now)) return { notBefore: earliest };
  }
  if (vraagt(soort) || soort === 'escalatie') {
    const delen = await delenVan(tx, rows, now);
    const open = delen.some((deel) => deel.open.length > 0);
    return open || said
      ? askCard({ bericht: id, soort, tekst: tekstVan(aanloop, soort), over, delen, now })
      : undefined;
  }
  return infoCard(tx, vergadering, { soort, plan, now });
};

/** A herinnering put off asks what the uitvraag does. */
export const tekstVan = (aanloop: Aanloop, soort: Soort): string =>
  soort in aanloop ? aanloop[soort as Stap].tekst : aanloop.uitvraag.tekst;

/** The herinneringen that a message is about: of one vergadering and one step, each with whose it is. */
export async function herinneringenVan(tx: Tx, berichtId: number) {
  const rows = await tx.herinnering.findMany({
    where: { berichtId },
    include: {
      persoon: { include: { aanstellingen: true } },
      vergadering: { include: withOverleg },
      bericht: { select: { persoonId: true } },
    },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ vergadering, ...row }) => (vergadering ? [{ ...row, vergadering }] : []));
}

type Herinnering = Awaited<ReturnType<typeof herinneringenVan>>[number];

/** Per persoon whose answer is asked: the acties that are open, and those that were reported on since it was sent. */
export async function delenVan(tx: Tx, rows: readonly Herinnering[], now: Temporal.Instant): Promise<Deel[]> {
  const [first] = rows;
  if (!first) return [];
  const all = await asksAbout(tx, first.vergadering, { open: false, now, ended: true });
  const open = new Set(
    (await asksAbout(tx, first.vergadering, { open: true, now })).map(({ nummer }) => nummer),
  );
  return rows.map(({ persoon, geplandOp, inhoud }) => {
    const own = all.filter((actie) => wordtGevraagd(persoon, actie));
    const since = (at: Date | undefined) => at !== undefined && at >= geplandOp;
    return {
      voor: { naam: persoon.naam, als: alsVan(inhoud) },
      open: own.filter(({ nummer }) => open.has(nummer)),
      klaar: own.filter(({ nummer, laatste }) => !open.has(nummer) && since(laatste?.gemeldOp)),
    };
  });
}

const alsVan = (inhoud: unknown): Als => ((inhoud as { als?: Als } | null)?.als ?? 'zelf') as Als;

export const aboutOf = ({ overleg, begin, plaats, link }: StoredVergadering) => ({
  naam: `${overleg.naam} (${overleg.code})`,
  begin: begin.toTemporalInstant(),
  plaats,
  link,
});

type Info = { soort: Soort; plan: Aanloop[Stap] | undefined; now: Temporal.Instant };

async function infoCard(
  tx: Tx,
  vergadering: StoredVergadering,
  { soort, plan, now }: Info,
): Promise<Card | undefined> {
  if (soort === 'respons' || soort === 'bereik') return undefined;
  const tekst = plan?.tekst ?? '';
  if (plan?.aan === 'secretaris') return overview(tx, vergadering, tekst, now);
  return announcementCard(aboutOf(vergadering), tekst, await allActies(tx, vergadering), now);
}

async function overview(
  tx: Tx,
  vergadering: StoredVergadering,
  tekst: string,
  now: Temporal.Instant,
): Promise<Card> {
  const [all, open] = [
    await asksAbout(tx, vergadering, { open: false, now }),
    await asksAbout(tx, vergadering, { open: true, now }),
  ];
  const missed = await tx.bericht.findMany({
    where: { status: 'mislukt', herinneringen: { some: { vergaderingId: vergadering.id } } },
    include: { persoon: true },
    orderBy: { id: 'asc' },
  });
  const undelivered = [...new Set(missed.flatMap(({ persoon }) => persoon?.naam ?? []))];
  return overviewCard({ over: aboutOf(vergadering), tekst, all, open, undelivered, now });
}

/** The ended acties too: a lid wants to see what is done. */
function allActies(tx: Tx, { overleg }: StoredVergadering) {
  const pijlers = overleg.pijlers.map(({ pijlerId }) => pijlerId);
  return tx.actie.findMany({
    where: { thema: { pijlerId: { in: pijlers } }, ...ON_AGENDA },
    select: { status: true },
  });
}
