import { carries } from '../actie/actie.ts';
import { ON_AGENDA } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import type { Composer } from '../chat/outbox.ts';
import type { Tx } from '../db/database.ts';
import {
  type AskedActie,
  asksAbout,
  type StoredVergadering,
  withOverleg,
} from '../overleg/stored-vergadering.ts';
import { organisatiesVan, type Werkend } from '../persoon/persoon.ts';
import { withinHours } from './herinnering.ts';
import { announcementCard, askCard, overviewCard } from './herinnering-card.ts';

/** Job: what a herinnering says, from what is true when it is sent; nothing when it has become pointless. */
export const composeHerinnering: Composer = async ({ tx, persoon, inhoud, now }) => {
  const row = await findHerinnering(tx, Number(inhoud['herinnering']));
  if (!row) return undefined;
  const { vergadering } = row;
  const over = aboutOf(vergadering);
  if (vergadering.status === 'geannuleerd' || Temporal.Instant.compare(now, over.begin) >= 0)
    return undefined;
  const earliest = withinHours(now);
  if (!earliest.equals(now)) return { notBefore: earliest };
  switch (row.soort) {
    case 'uitvraag':
    case 'herhaling': {
      const open = await openFor(tx, vergadering, persoon, now);
      return open.length === 0 ? undefined : askCard({ id: row.id, soort: row.soort, over, open, now });
    }
    case 'overzicht':
      return overview(tx, vergadering, now);
    case 'aankondiging':
      return announcementCard(over, await allActies(tx, vergadering), now);
  }
};

/** A herinnering with the vergadering it is about. */
export const findHerinnering = (tx: Tx, id: number) =>
  tx.herinnering.findFirst({ where: { id }, include: { vergadering: { include: withOverleg } } });

/** The acties that a vergadering still waits for, of those that are this persoon's to report on. */
export async function openFor(
  tx: Tx,
  vergadering: StoredVergadering,
  persoon: Werkend,
  now: Temporal.Instant,
): Promise<AskedActie[]> {
  const acties = await asksAbout(tx, vergadering, {
    open: true,
    organisaties: organisatiesVan(persoon),
    now,
  });
  return acties.filter(({ trekkers }) => carries(persoon, trekkers));
}

export const aboutOf = ({ overleg, begin }: StoredVergadering) => ({
  naam: `${overleg.naam} (${overleg.code})`,
  begin: begin.toTemporalInstant(),
});

async function overview(tx: Tx, vergadering: StoredVergadering, now: Temporal.Instant): Promise<Card> {
  const [all, open] = [
    await asksAbout(tx, vergadering, { open: false, now }),
    await asksAbout(tx, vergadering, { open: true, now }),
  ];
  const missed = await tx.bericht.findMany({
    where: { status: 'mislukt', herinnering: { vergaderingId: vergadering.id } },
    include: { persoon: true },
    orderBy: { id: 'asc' },
  });
  const undelivered = [...new Set(missed.flatMap(({ persoon }) => persoon?.naam ?? []))];
  return overviewCard({ over: aboutOf(vergadering), all, open, undelivered, now });
}

/** The ended acties too: a lid wants to see what is done. */
function allActies(tx: Tx, { overleg }: StoredVergadering) {
  const pijlers = overleg.pijlers.map(({ pijlerId }) => pijlerId);
  return tx.actie.findMany({
    where: { thema: { pijlerId: { in: pijlers } }, ...ON_AGENDA },
    select: { status: true },
  });
}
