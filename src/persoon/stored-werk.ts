import { ENDED } from '../actie/actie.ts';
import type { Input } from '../chat/card.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { organisatiesVan, plaatsenVan, type Werkend } from './persoon.ts';
import { mag, rollenMet } from './rechten.ts';
import { AANWEZIG } from './stored-persoon.ts';
import type { Gedragen, Werk } from './werk.ts';

/** Midnight of today in Europe/Amsterdam, as the database keeps a day. */
export const vandaag = (now: Temporal.Instant): Date => new Date(`${toLocal(now).toPlainDate()}T00:00:00Z`);

/** Everything that somebody has in hand. */
export async function werkVan(tx: Tx, persoon: Werkend, now: Temporal.Instant): Promise<Werk> {
  const waiting = { persoonId: persoon.id, status: 'wacht' as const, herinneringen: { none: {} } };
  const berichten = await tx.bericht.findMany({ where: waiting, orderBy: { id: 'asc' } });
  return {
    acties: await gedragen(tx, persoon),
    zetels: await zetelsVan(tx, persoon.id, now),
    // An escalatie goes to somebody else.
    herinneringen: await tx.herinnering.count({
      where: { persoonId: persoon.id, status: 'gepland', soort: { not: 'escalatie' } },
    }),
    contactVan: await tx.organisatie.findMany({
      where: { contactId: persoon.id },
      select: { id: true, naam: true },
      orderBy: { naam: 'asc' },
    }),
    berichten: berichten.map(({ id, soort, inhoud }) => {
      const about = soort === 'verzoek' ? { nummer: Number((inhoud as Input)['nummer']) } : {};
      return { id, soort, inhoud: JSON.stringify(inhoud), ...about };
    }),
  };
}

/** The acties that are somebody's work: where they are named, and by their rol those where nobody is. */
async function gedragen(tx: Tx, persoon: Werkend): Promise<Gedragen[]> {
  const asked = plaatsenVan(persoon).filter((plaats) => mag(plaats, 'gevraagd worden'));
  const byRol = asked.map(({ organisatieId }) => organisatieId);
  const nobody = { OR: [{ persoonId: null }, { persoon: { vertrokkenOp: { not: null } } }] };
  const rows = await tx.trekker.findMany({
    where: {
      actie: { status: { notIn: ENDED } },
      OR: [{ persoonId: persoon.id }, { organisatieId: { in: byRol }, ...nobody }],
    },
    include: { actie: true, organisatie: true },
    orderBy: [{ actie: { nummer: 'asc' } }, { id: 'asc' }],
  });
  const colleagues = await askedAt(tx, byRol);
  return rows.flatMap(({ id, actie, organisatie, persoonId }) => {
    if (!organisatie) return [];
    const anderen = (colleagues.get(organisatie.id) ?? []).filter((other) => other !== persoon.id);
    const { nummer, titel } = actie;
    return [{ trekkerId: id, nummer, titel, organisatie, genoemd: persoonId === persoon.id, anderen }];
  });
}

/** Per organisatie who is asked because of their rol there. */
async function askedAt(tx: Tx, organisaties: readonly number[]): Promise<Map<number, number[]>> {
  const people = await personenBij(tx, organisaties);
  const asked = rollenMet('gevraagd worden');
  return new Map(
    organisaties.map((id) => [
      id,
      people
        .filter((persoon) =>
          plaatsenVan(persoon).some(({ organisatieId, rol }) => organisatieId === id && asked.includes(rol)),
        )
        .map((persoon) => persoon.id),
    ]),
  );
}

/** Who works for one of these organisaties. */
export function personenBij(tx: Tx, organisaties: readonly number[]) {
  const bij = { organisatieId: { in: [...organisaties] } };
  return tx.persoon.findMany({
    where: { ...AANWEZIG, OR: [bij, { aanstellingen: { some: bij } }] },
    include: { aanstellingen: true },
    orderBy: { id: 'asc' },
  });
}

/** The zetels that somebody holds today or is going to hold. */
export async function zetelsVan(tx: Tx, persoonId: number, now: Temporal.Instant) {
  const held = await tx.bezetting.findMany({
    where: { persoonId, OR: [{ tot: null }, { tot: { gt: vandaag(now) } }] },
    include: { zetel: { include: { overleg: true, organisatie: true } } },
    orderBy: { id: 'asc' },
  });
  return held.map(({ id, zetelId, van, tot, zetel: { rol, overleg, organisatie } }) => {
    return { bezettingId: id, zetelId, rol, overleg: overleg.code, organisatie, van, tot };
  });
}

/** Whose herinneringen may be others now that something about these persons, or who is asked there, has changed. */
export async function touchedBy(
  tx: Tx,
  personen: readonly Werkend[],
  bij: readonly number[] = [],
): Promise<number[]> {
  const colleagues = await personenBij(tx, [...personen.flatMap(organisatiesVan), ...bij]);
  const rol = { in: rollenMet('overleg beheren') };
  const runners = await tx.persoon.findMany({ where: { rol, ...AANWEZIG }, select: { id: true } });
  return [...new Set([...personen, ...colleagues, ...runners].map(({ id }) => id))];
}
