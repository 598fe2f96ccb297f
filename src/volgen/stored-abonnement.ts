import type { Tx } from '../db/database.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import type { Onderwerp, Volger } from './abonnement.ts';

/** As far as it decides who follows it. */
type Followed = {
  id: number;
  themaId: number;
  thema: { pijlerId: number };
  trekkers: readonly { organisatieId: number | null }[];
};

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = (tx: Tx, volger: Volger) =>
  tx.abonnement.findMany({
    where: volger,
    include: {
      actie: { select: { id: true, nummer: true, titel: true } },
      thema: { select: { id: true, nummer: true, naam: true } },
      pijler: { select: { id: true, naam: true } },
      organisatie: { select: { id: true, naam: true } },
    },
    orderBy: { id: 'asc' },
  });

export type Abonnement = { id: number; onderwerp: Onderwerp };

/** All that somebody follows, the oldest first. */
export async function abonnementenOf(tx: Tx, volger: Volger): Promise<Abonnement[]> {
  return (await rowsOf(tx, volger)).map((row) => ({ id: row.id, onderwerp: onderwerpOf(row) }));
}

function onderwerpOf({ actie, thema, pijler, organisatie }: Row): Onderwerp {
  if (actie) return { soort: 'actie', ...actie };
  if (thema) return { soort: 'thema', ...thema };
  if (pijler) return { soort: 'pijler', ...pijler };
  return organisatie ? { soort: 'organisatie', ...organisatie } : { soort: 'alles' };
}

/** The abonnementen that an actie falls under; of kanalen those that can be written to. */
const covering = ({ id, themaId, thema, trekkers }: Followed) => ({
  AND: [
    {
      OR: [
        { soort: 'alles' as const },
        { actieId: id },
        { themaId },
        { pijlerId: thema.pijlerId },
        { organisatieId: { in: trekkers.flatMap(({ organisatieId }) => organisatieId ?? []) } },
      ],
    },
    { OR: [{ kanaalId: null }, { kanaal: { is: { gestoptOp: null } } }] },
    { OR: [{ persoonId: null }, { persoon: { is: AANWEZIG } }] },
  ],
});

/** Who follow an actie, each once however many of their abonnementen it falls under. */
export async function volgersOf(tx: Tx, actie: Followed): Promise<{ personen: number[]; kanalen: number[] }> {
  const rows = await tx.abonnement.findMany({
    where: covering(actie),
    select: { persoonId: true, kanaalId: true },
    orderBy: { id: 'asc' },
  });
  return {
    personen: [...new Set(rows.flatMap(({ persoonId }) => persoonId ?? []))],
    kanalen: [...new Set(rows.flatMap(({ kanaalId }) => kanaalId ?? []))],
  };
}

/** Whether this one still follows the actie. */
export async function follows(tx: Tx, volger: Volger, actie: Followed): Promise<boolean> {
  return (await tx.abonnement.count({ where: { ...volger, ...covering(actie) } })) > 0;
}
