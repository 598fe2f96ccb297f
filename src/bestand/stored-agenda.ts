import { ON_AGENDA, type Where } from '../actie/stored-actie.ts';
import { findTrekkerwoorden } from '../actie/stored-trekkers.ts';
import type { Tx } from '../db/database.ts';
import type { Agenda, AgendaActie, Thema } from './agenda.ts';
import type { Uitvoer } from './write-xlsx.ts';

/** The whole doe-agenda of the regio, by number, and what a file may name. */
export async function findAgenda(tx: Tx): Promise<Agenda> {
  const themas = await findThemas(tx);
  return { themas, acties: await findActies(tx, themas), woorden: await findTrekkerwoorden(tx) };
}

/** All that an export holds. */
export async function findUitvoer(tx: Tx): Promise<Uitvoer> {
  const themas = await findThemas(tx);
  const organisaties = await tx.organisatie.findMany({ orderBy: { id: 'asc' } });
  const groepen = await tx.groep.findMany({
    include: { leden: { include: { organisatie: true }, orderBy: { organisatieId: 'asc' } } },
    orderBy: { id: 'asc' },
  });
  const trekkers = [
    ...organisaties.map(({ naam }) => ({ naam, leden: '' })),
    ...groepen.map(({ naam, leden }) => {
      return { naam, leden: leden.map(({ organisatie }) => organisatie.naam).join(' | ') };
    }),
    { naam: 'nader te bepalen', leden: '' },
  ];
  return { themas, acties: await findActies(tx, themas, ON_AGENDA), trekkers };
}

async function findThemas(tx: Tx): Promise<Thema[]> {
  const rows = await tx.thema.findMany({ include: { pijler: true }, orderBy: { nummer: 'asc' } });
  return rows.map(({ id, nummer, naam, pijler }) => ({ id, nummer, naam, pijler: pijler.naam }));
}

async function findActies(tx: Tx, themas: readonly Thema[], where: Where = {}): Promise<AgendaActie[]> {
  const rows = await tx.actie.findMany({ where, orderBy: { nummer: 'asc' } });
  const trekkers = await tx.trekker.findMany({
    orderBy: { id: 'asc' },
    select: { actieId: true, aanduiding: true },
  });
  const byActie = Map.groupBy(trekkers, ({ actieId }) => actieId);
  const byId = new Map(themas.map((thema) => [thema.id, thema]));
  return rows.flatMap(({ id, nummer, titel, themaId, opgegaanIn, ...row }) => {
    const thema = byId.get(themaId);
    const woorden = (byActie.get(id) ?? []).map(({ aanduiding }) => aanduiding);
    const { doelgroep, bereik, financiering, bron, status } = row;
    const rest = { doelgroep, bereik, financiering, bron, status, opgegaanIn };
    return thema ? [{ id, nummer, titel, thema, ...rest, trekkers: [...new Set(woorden)] }] : [];
  });
}
