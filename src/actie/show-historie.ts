import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { historieCard } from './historie-card.ts';
import { PAGINA, type Pagina, pageFrom, startOf } from './pagina.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { findBewerkingen } from './stored-bewerking.ts';

/** A place in the history, counted from the oldest update: what is reported later does not move it. */
const plaats = z.number().int().positive().optional();

export const showHistorie = command({
  name: 'actie.historie',
  input: z.object({
    nummer,
    pagina: z.coerce.number().int().positive().default(1),
    ouderDan: plaats,
    nieuwerDan: plaats,
  }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? (?:historie|geschiedenis|verloop)(?: pagina (?<pagina>\d+))?[?.!]*$/i,
    /^(?:de )?(?:historie|geschiedenis|verloop)(?: van)? (?:actie )?#?(?<nummer>\d+)(?: pagina (?<pagina>\d+))?[?.!]*$/i,
  ],
  inPlace: true,
  run: (asked, context) => showPage(asked, context),
});

type Wanted = {
  nummer: number;
  pagina: number;
  ouderDan?: number | undefined;
  nieuwerDan?: number | undefined;
};

async function showPage(wanted: Wanted, { tx, now }: Asked): Promise<Card> {
  const actie = await findActie(tx, wanted.nummer);
  const count = await tx.update.count({ where: updatesOf(actie.id) });
  const page = pageFrom(count, beginOf(count, wanted));
  const updates = await readPage(tx, actie.id, count, page);
  const bewerkingen = page.from === 0 ? await findBewerkingen(tx, wanted.nummer) : [];
  return historieCard({ actie, updates, bewerkingen, count, ...page, now });
}

/** Where in the history, newest first, a page begins. */
function beginOf(count: number, { pagina, ouderDan, nieuwerDan }: Wanted): number {
  if (ouderDan !== undefined) return count - ouderDan + 1;
  return nieuwerDan !== undefined ? count - nieuwerDan - PAGINA : startOf(pagina);
}

/** A withdrawal is shown with the update that it withdraws. */
const updatesOf = (actieId: number) => ({ actieId, soort: { not: 'ingetrokken' as const } });

export type HistorieUpdate = Awaited<ReturnType<typeof readPage>>[number];

/** Read from the oldest on, and by id: an actie is taken before it is reported on, so its ids only go up. */
async function readPage(tx: Tx, actieId: number, count: number, { from, to }: Pagina) {
  const oldestFirst = await tx.update.findMany({
    where: updatesOf(actieId),
    include: {
      persoon: { include: { organisatie: true } },
      namens: true,
      intrekking: { include: { persoon: true } },
      correcties: { where: { intrekking: { is: null } }, orderBy: { id: 'desc' } },
    },
    orderBy: { id: 'asc' },
    skip: count - to,
    take: to - from,
  });
  return oldestFirst.reverse();
}
