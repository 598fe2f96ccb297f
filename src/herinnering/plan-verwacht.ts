import { ENDED } from '../actie/actie.ts';
import { ON_AGENDA } from '../actie/stored-actie.ts';
import { voorkeurenVan } from '../bereikbaar/stored-bereikbaar.ts';
import { momentVoor } from '../bereikbaar/voorkeur.ts';
import type { Tx } from '../db/database.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { askable } from '../persoon/stored-persoon.ts';
import { wordtGevraagd } from './herinnering.ts';
import { datumIn, verwachtActie } from './stored-verwacht.ts';
import { verwachteDag, vraagMoment, vraagUiterlijk } from './verwacht.ts';

/** Of which acties, or for which persons; nobody named: everybody. */
type Welke = { acties: readonly number[] } | { personen: readonly number[] | undefined };

/**
 * Plans the question how an actie stands for the working day after it was to be done, for who carries it, in the place
 * of what was planned before. Each date is asked about once.
 */
export async function planVerwacht(tx: Tx, welke: Welke, now: Temporal.Instant): Promise<void> {
  const only = 'personen' in welke ? welke.personen : undefined;
  await tx.herinnering.deleteMany({
    where: {
      ...{ soort: 'verwacht', status: 'gepland' },
      ...('acties' in welke && { actieId: { in: [...welke.acties] } }),
      ...(only && { persoonId: { in: [...only] } }),
    },
  });
  const acties = await tx.actie.findMany({
    where: {
      ...('acties' in welke && { id: { in: [...welke.acties] } }),
      ...{ ...ON_AGENDA, status: { notIn: ENDED }, laatste: { verwachtOp: { not: null } } },
    },
    select: verwachtActie,
    orderBy: { id: 'asc' },
  });
  const asked = acties.flatMap((actie) => {
    const dag = verwachteDag(actie);
    return dag && Temporal.Instant.compare(now, vraagUiterlijk(dag)) < 0 ? [{ actie, dag }] : [];
  });
  if (asked.length === 0) return;
  const rows = await wanted(tx, asked, only);
  // Somebody else may be planning the same at this moment: it is planned once.
  await tx.herinnering.createMany({ data: rows, skipDuplicates: true });
}

type Asked = {
  actie: Parameters<typeof verwachteDag>[0] &
    Parameters<typeof wordtGevraagd>[1] & { id: number; nummer: number };
  dag: Temporal.PlainDate;
};

/** For each that carries one of these, in their own hours; without who was asked about the same date before. */
async function wanted(tx: Tx, asked: readonly Asked[], only: readonly number[] | undefined) {
  const people = (await askable(tx)).filter(
    ({ id, rol }) => rol !== 'bestuurder' && (only?.includes(id) ?? true),
  );
  const sent = await tx.herinnering.findMany({
    where: { soort: 'verwacht', status: 'overgedragen', actieId: { in: asked.map(({ actie }) => actie.id) } },
  });
  const voorkeurOf = await voorkeurenVan(
    tx,
    people.map(({ id }) => id),
  );
  const vrij = await vrijeDagen(tx);
  return asked.flatMap(({ actie, dag }) =>
    people.flatMap((persoon) => {
      const voorkeur = voorkeurOf(persoon.id);
      const before = sent.some(
        (row) => row.actieId === actie.id && row.persoonId === persoon.id && datumIn(row) === dag.toString(),
      );
      if (before || voorkeur.alleenTermijn || !wordtGevraagd(persoon, actie)) return [];
      const moment = momentVoor(vraagMoment(dag, vrij), voorkeur, { uiterlijk: vraagUiterlijk(dag), vrij });
      return {
        ...{ actieId: actie.id, persoonId: persoon.id, soort: 'verwacht' as const },
        geplandOp: new Date(moment.epochMilliseconds),
        inhoud: { datum: dag.toString(), stand: { open: [actie.nummer], klaar: [] } },
      };
    }),
  );
}
