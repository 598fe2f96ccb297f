import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { datumText } from '../kalender/maand.ts';
import { takeThemaId, trekkerRows } from './stored-velden.ts';
import type { Velden } from './velden.ts';

/** "toegevoegd door Ambtelijk secretaris op 23 november 2026": where an actie comes from that is in no document. */
export const bronVan = (what: string, { asker, now }: Asked): string =>
  `${what} door ${asker.naam} op ${datumText(toLocal(now).toPlainDate())}`;

/** Adds an actie that still has to be worked out, under a number that was never used; gives the number. */
export async function createActie(
  { trekkers, thema, ...texts }: Velden,
  from: { bron: string; gesplitstVan?: number },
  { tx, now }: Asked,
): Promise<number> {
  const themaId = await takeThemaId(tx, thema);
  const rows = await trekkerRows(tx, trekkers);
  const nummer = await nextActieNummer(tx);
  const toegevoegdOp = new Date(now.epochMilliseconds);
  const { id } = await tx.actie.create({
    data: { ...texts, ...from, nummer, themaId, status: 'nader_uit_te_werken', toegevoegdOp },
    select: { id: true },
  });
  await tx.trekker.createMany({ data: rows.map((row) => ({ actieId: id, ...row })) });
  return nummer;
}

/** Who adds waits here for who was first; an actie is never deleted, so a higher number was never used. */
async function nextActieNummer(tx: Tx): Promise<number> {
  await takeNumbers(tx);
  return (await highestActieNummer(tx)) + 1;
}

export const takeNumbers = (tx: Tx) => tx.$queryRaw`
  select 1 as taken from pg_advisory_xact_lock(hashtext('nummer'), current_setting('app.regio')::integer)`;

export async function highestActieNummer(tx: Tx): Promise<number> {
  const { _max } = await tx.actie.aggregate({ _max: { nummer: true } });
  return _max.nummer ?? 0;
}
