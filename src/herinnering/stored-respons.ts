import { voorkeurVan, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import type { Tx } from '../db/database.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { type AskedActie, asksAllAndOpen, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { askable } from '../persoon/stored-persoon.ts';
import { aanloopVan } from './aanloop.ts';
import { vraagt, wordtGevraagd } from './herinnering.ts';
import { nuVan } from './nu.ts';
import { type Respons, responsVan } from './respons.ts';
import { isOpnieuw } from './uitstel.ts';

/** How the response stands, with what is open. The figures are those of `overleg`. */
export async function responsNu(
  tx: Tx,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
): Promise<{ respons: Respons; open: AskedActie[] }> {
  const { all, open } = await asksAllAndOpen(tx, vergadering, { now });
  const uitgezet = {
    aanloop: aanloopVan(vergadering),
    nu: nuVan(vergadering, 'uitvraag'),
    begin: vergadering.begin.toTemporalInstant(),
    vrij: await vrijeDagen(tx),
  };
  const stand = { binnen: all.length - open.length, totaal: all.length };
  return { respons: responsVan(stand, uitgezet, now), open };
}

export type Gevraagd = Awaited<ReturnType<typeof gevraagden>>[number];

/** Who is asked for these acties, or said that they are not theirs; with what was sent and put off. */
export async function gevraagden(tx: Tx, { id }: StoredVergadering, open: readonly AskedActie[]) {
  const askables = await askable(tx);
  const afgewezen = await tx.afgewezen.findMany({
    where: { actie: { nummer: { in: open.map(({ nummer }) => nummer) } } },
    include: { actie: { select: { nummer: true } } },
  });
  const meant = askables.filter(
    (persoon) =>
      open.some((actie) => wordtGevraagd(persoon, actie)) ||
      afgewezen.some(({ persoonId }) => persoonId === persoon.id),
  );
  const personen = await tx.persoon.findMany({
    where: { id: { in: meant.map((persoon) => persoon.id) } },
    include: {
      aanstellingen: true,
      overgeslagen: { where: { vergaderingId: id } },
      herinneringen: {
        where: { vergaderingId: id, status: { in: ['gepland', 'overgedragen'] } },
        include: { bericht: { include: { persoon: { select: { id: true, naam: true } } } } },
        orderBy: { geplandOp: 'asc' },
      },
      ...withVoorkeur,
    },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
  });
  return personen.map((persoon) => {
    const own = open.filter((actie) => wordtGevraagd(persoon, actie));
    return {
      id: persoon.id,
      naam: persoon.naam,
      bestuurder: persoon.rol === 'bestuurder',
      organisaties: [persoon.organisatieId, ...persoon.aanstellingen.map((one) => one.organisatieId)],
      bereik: persoon.bereik,
      overgeslagen: persoon.overgeslagen.length > 0,
      alleenTermijn: voorkeurVan(persoon).alleenTermijn,
      open: own.map(({ nummer, trekkers }) => {
        return { nummer, bij: trekkers.flatMap(({ organisatie }) => organisatie?.id ?? []) };
      }),
      nietVanMij: afgewezen
        .filter(({ persoonId }) => persoonId === persoon.id)
        .map(({ actie, tekst }) => ({ nummer: actie.nummer, tekst })),
      laatste: persoon.herinneringen.findLast(
        ({ status, soort }) => status === 'overgedragen' && (vraagt(soort) || soort === 'escalatie'),
      ),
      uitgesteld: persoon.herinneringen.find(
        (one) => one.status === 'gepland' && one.soort === 'later' && !isOpnieuw(one),
      )?.geplandOp,
    };
  });
}
