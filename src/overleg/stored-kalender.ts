import type { Tx } from '../db/database.ts';
import { organisatiesVan, type Werkend } from '../persoon/persoon.ts';
import { mag } from '../persoon/rechten.ts';

/**
 * The overleggen that somebody has to do with: a zetel of theirs or of an organisatie they work for, or an actie that
 * it carries. Who runs the overleggen has to do with all of them.
 */
export async function overleggenVan(tx: Tx, persoon: Werkend, now: Temporal.Instant): Promise<number[]> {
  const at = new Date(now.epochMilliseconds);
  const organisatieId = { in: organisatiesVan(persoon) };
  const holds = { persoonId: persoon.id, OR: [{ tot: null }, { tot: { gte: at } }] };
  const carried = { acties: { some: { trekkers: { some: { organisatieId } } } } };
  const own = {
    OR: [
      { zetels: { some: { OR: [{ organisatieId }, { bezettingen: { some: holds } }] } } },
      { pijlers: { some: { pijler: { themas: { some: carried } } } } },
    ],
  };
  const rows = await tx.overleg.findMany({
    where: mag(persoon, 'overleg beheren') ? {} : own,
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** The vergaderingen of these overleggen from that moment on, cancelled ones too. */
export const vergaderingenVan = (tx: Tx, overleggen: readonly number[], from: Temporal.Instant) =>
  tx.vergadering.findMany({
    where: { overlegId: { in: [...overleggen] }, begin: { gte: new Date(from.epochMilliseconds) } },
    include: { overleg: { select: { code: true, naam: true } } },
    orderBy: [{ begin: 'asc' }, { id: 'asc' }],
  });

export type KalenderVergadering = Awaited<ReturnType<typeof vergaderingenVan>>[number];
