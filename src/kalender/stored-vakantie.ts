import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { requireRecht } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { toLocal } from './datum.ts';
import { naamVan, type Vakantie } from './vakantie.ts';
import type { Dagen } from './werkdag.ts';

/** A day as the database keeps it. */
export const dagVan = (date: Date): Temporal.PlainDate =>
  Temporal.PlainDate.from(date.toISOString().slice(0, 10));

/** The same, to put there. */
export const naarDate = (date: Temporal.PlainDate): Date => new Date(date.toString());

/** The times off of the region whose days do not count as working days. */
export async function vrijeDagen(tx: Tx): Promise<Dagen[]> {
  return findVakanties(tx, { vrij: true });
}

/** Those that are not over on that day. */
export const comingVakanties = (tx: Tx, today: Temporal.PlainDate): Promise<Vakantie[]> =>
  findVakanties(tx, { tot: { gte: naarDate(today) } });

async function findVakanties(tx: Tx, where: { vrij?: boolean; tot?: { gte: Date } }): Promise<Vakantie[]> {
  const rows = await tx.vakantie.findMany({ where, orderBy: [{ van: 'asc' }, { id: 'asc' }] });
  return rows.map(({ id, naam, van, tot, vrij }) => ({ id, naam, vrij, van: dagVan(van), tot: dagVan(tot) }));
}

export const refuseOthers = (asked: Asked): Promise<void> =>
  requireRecht(asked, 'overleg beheren', 'de vakanties wijzigen');

/** The vakanties to come with that name; only what begins in that year where one is given. Refuses when there is none. */
export async function namedVakanties(
  { tx, now }: Asked,
  typed: string,
  jaar: number | undefined,
): Promise<[Vakantie, ...Vakantie[]]> {
  const all = await comingVakanties(tx, toLocal(now).toPlainDate());
  const names = [...new Set(all.map(({ naam }) => naam))];
  const naam = naamVan(typed, names).toLowerCase();
  const [first, ...rest] = all.filter(
    (one) => one.naam.toLowerCase() === naam && (jaar === undefined || one.van.year === jaar),
  );
  if (first) return [first, ...rest];
  const which = names.length > 0 ? `Ik ken: ${names.join(', ')}.` : 'Ik ken er nog geen.';
  throw new Refusal(
    `Er komt geen vakantie «${typed.slice(0, 60)}»${jaar === undefined ? '' : ` in ${jaar}`}. ${which} Typ «vakanties» om ze te zien.`,
  );
}
