import { ON_AGENDA } from '../actie/stored-actie.ts';
import { voorkeurVan } from '../bereikbaar/stored-bereikbaar.ts';
import { binnenUren } from '../bereikbaar/voorkeur.ts';
import type { Card } from '../chat/card.ts';
import type { Composer } from '../chat/outbox.ts';
import type { Tx } from '../db/database.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { asksAllAndOpen, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { aanloopVan, eindeVan, type Stapplan, termijnVan } from './aanloop.ts';
import { composeBereik } from './compose-bereik.ts';
import { composeRespons } from './compose-respons.ts';
import { magAanBestuurder, planVan, type Soort, urenTot, vraagt, wilHoren } from './herinnering.ts';
import { type About, announcementCard, cancelledCard, overviewCard, withMelden } from './herinnering-card.ts';
import { aboutOf, alsVan, type Herinnering, herinneringenVan, vraagIn } from './stored-vraag.ts';
import { withVoor } from './voor-card.ts';
import { askCard } from './vraag-card.ts';

/** Job: what a herinnering says, from what is true when it is sent; nothing when it has become pointless. */
export const composeHerinnering: Composer = async ({ tx, id, persoon, now, said }) => {
  const all = await herinneringenVan(tx, id);
  // What may have arrived is not taken back from who is skipped or wants it no more, but is not said again either.
  const rows = said
    ? all
    : all.filter((row) => !isOvergeslagen(row) && wilHoren(row.soort, voorkeurVan(row.persoon)));
  const [first] = rows;
  if (!first) return undefined;
  const { vergadering, soort } = first;
  const voorkeur = first.bericht?.persoon?.voorkeur ?? null;
  const over = { ...aboutOf(vergadering), datums: voorkeur?.datums ?? 'nederlands' };
  if (vergadering.status === 'geannuleerd') return said ? cancelledCard(over) : undefined;
  const aanloop = aanloopVan(vergadering);
  const plan = planVan(soort, aanloop);
  const vrij = await vrijeDagen(tx);
  const uiterlijk = eindeVan(plan, over.begin, vrij);
  if (Temporal.Instant.compare(now, uiterlijk) >= 0) return undefined;
  // What they got before is kept right, also when the step was switched off since.
  if (!said) {
    if (vergadering.stil || plan?.actief === false) return undefined;
    if (persoon.rol === 'bestuurder' && !magAanBestuurder(soort, aanloop)) return undefined;
    const termijn = termijnVan(aanloop, over.begin, vrij);
    const uren = { uiterlijk: urenTot(soort, { uiterlijk, termijn, now }), vrij };
    const earliest = binnenUren(now, voorkeurVan({ voorkeur }), uren);
    if (!earliest.equals(now)) return { notBefore: earliest };
  }
  if (vraagt(soort) || soort === 'escalatie') {
    const vraag = await vraagIn(tx, id, rows, now);
    const open = vraag?.delen.some((deel) => deel.open.length > 0);
    return vraag && (open || said) ? askCard(vraag, now) : undefined;
  }
  const info = await infoCard(tx, { vergadering, rows }, { soort, plan, over, now });
  const card = soort === 'na_afloop' ? withMelden(info, plan?.aan) : info;
  return withVoor(
    card,
    rows.map((row) => ({ naam: row.persoon.naam, als: alsVan(row.inhoud) })),
  );
};

const isOvergeslagen = ({ vergadering, persoonId }: Herinnering): boolean =>
  vergadering.overgeslagen.some((one) => one.persoonId === persoonId);

type Info = { soort: Soort; plan: Stapplan | undefined; over: About; now: Temporal.Instant };

async function infoCard(
  tx: Tx,
  { vergadering, rows }: { vergadering: StoredVergadering; rows: readonly Herinnering[] },
  { soort, plan, over, now }: Info,
): Promise<Card> {
  if (soort === 'bereik') return composeBereik(tx, vergadering, now);
  if (soort === 'respons') {
    const inhoud = rows.map((row) => row.inhoud);
    return composeRespons(tx, vergadering, inhoud, now);
  }
  const tekst = plan?.tekst ?? '';
  if (plan?.aan === 'secretaris' || soort === 'stukken') {
    return overview(tx, vergadering, { tekst, over, now });
  }
  return announcementCard(over, tekst, await allActies(tx, vergadering), now);
}

async function overview(
  tx: Tx,
  vergadering: StoredVergadering,
  { tekst, over, now }: { tekst: string; over: About; now: Temporal.Instant },
): Promise<Card> {
  const { all, open } = await asksAllAndOpen(tx, vergadering, { now });
  const missed = await tx.bericht.findMany({
    where: { status: 'mislukt', herinneringen: { some: { vergaderingId: vergadering.id } } },
    include: { persoon: true },
    orderBy: { id: 'asc' },
  });
  const undelivered = [...new Set(missed.flatMap(({ persoon }) => persoon?.naam ?? []))];
  return overviewCard({ over, tekst, all, open, undelivered, now });
}

/** The ended acties too: a lid wants to see what is done. */
function allActies(tx: Tx, { overleg }: StoredVergadering) {
  const pijlers = overleg.pijlers.map(({ pijlerId }) => pijlerId);
  return tx.actie.findMany({
    where: { thema: { pijlerId: { in: pijlers } }, ...ON_AGENDA },
    select: { status: true },
  });
}
