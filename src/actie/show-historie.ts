import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { historieCard } from './historie-card.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { findBewerkingen } from './stored-bewerking.ts';

/** How many updates a page has: a phone's screen or two. */
const PAGE = 8;

export const showHistorie = command({
  name: 'actie.historie',
  input: z.object({ nummer, pagina: z.coerce.number().int().positive().default(1) }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? (?:historie|geschiedenis|verloop)(?: pagina (?<pagina>\d+))?[?.!]*$/i,
    /^(?:de )?(?:historie|geschiedenis|verloop)(?: van)? (?:actie )?#?(?<nummer>\d+)(?: pagina (?<pagina>\d+))?[?.!]*$/i,
  ],
  inPlace: true,
  run: ({ nummer, pagina }, asked) => showPage(nummer, pagina, asked),
});

async function showPage(nummer: number, asked: number, { tx, now }: Asked): Promise<Card> {
  const actie = await findActie(tx, nummer);
  const count = await tx.update.count({ where: updatesOf(actie.id) });
  const pages = Math.max(1, Math.ceil(count / PAGE));
  const pagina = Math.min(asked, pages);
  const updates = await readPage(tx, actie.id, (pagina - 1) * PAGE);
  const bewerkingen = pagina === 1 ? await findBewerkingen(tx, nummer) : [];
  return historieCard({ actie, updates, bewerkingen, count, pagina, pages, now });
}

/** A withdrawal is shown with the update that it withdraws. */
const updatesOf = (actieId: number) => ({ actieId, soort: { not: 'ingetrokken' as const } });

export type HistorieUpdate = Awaited<ReturnType<typeof readPage>>[number];

function readPage(tx: Tx, actieId: number, skip: number) {
  return tx.update.findMany({
    where: updatesOf(actieId),
    include: {
      persoon: { include: { organisatie: true } },
      namens: true,
      intrekking: { include: { persoon: true } },
      correcties: { where: { intrekking: { is: null } }, orderBy: { id: 'desc' } },
    },
    orderBy: [{ gemeldOp: 'desc' }, { id: 'desc' }],
    skip,
    take: PAGE,
  });
}
