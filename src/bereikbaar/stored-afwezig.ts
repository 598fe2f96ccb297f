import type { Asked } from '../chat/command.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { takePlanning } from '../herinnering/plan-herinneringen.ts';
import { putBack } from '../herinnering/stored-teruggezet.ts';
import { toLocal } from '../kalender/datum.ts';
import { dagVan } from '../kalender/stored-vakantie.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import { vervangtOp } from './ontvanger.ts';
import { mensenRond } from './stored-bereikbaar.ts';

/** The soorten of bericht to who stands in: that they do, and that they do not any more. */
export const VERVANGING = 'vervanging';
export const VERVANGING_VOORBIJ = 'vervanging-voorbij';

const people = { include: { organisatie: true } } as const;
const whole = { persoon: people, vervanger: people } as const;

export type Afwezig = Awaited<ReturnType<typeof afwezigheden>>[number];
type Where = NonNullable<Parameters<Tx['afwezigheid']['findMany']>[0]>['where'];

export const asDatum = (date: Temporal.PlainDate): Date => new Date(`${date}T00:00:00Z`);

/** The absences that hold on that day or later, the first to begin first. */
export async function afwezigheden(tx: Tx, dag: Temporal.PlainDate, where: Where = {}) {
  const rows = await tx.afwezigheid.findMany({
    where: { ingetrokkenOp: null, tot: { gte: asDatum(dag) }, persoon: AANWEZIG, ...where },
    include: whole,
    orderBy: [{ van: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, van: dagVan(row.van), tot: dagVan(row.tot) }));
}

/** One absence, over or withdrawn too. */
export async function afwezigheidById(tx: Tx, id: number): Promise<Afwezig | undefined> {
  const row = await tx.afwezigheid.findFirst({ where: { id }, include: whole });
  return row ? { ...row, van: dagVan(row.van), tot: dagVan(row.tot) } : undefined;
}

/** Who is away on that day with somebody in their place. */
async function replacedOn(tx: Tx, dag: Temporal.PlainDate): Promise<number[]> {
  const day = asDatum(dag);
  const rows = await tx.afwezigheid.findMany({
    where: { ingetrokkenOp: null, van: { lte: day }, tot: { gte: day }, vervangerId: { not: null } },
    select: { persoonId: true },
  });
  return rows.map(({ persoonId }) => persoonId);
}

/** In whose place somebody is today: they may answer for them. */
export async function vervangenen(tx: Tx, id: number, now: Temporal.Instant) {
  const dag = toLocal(now).toPlainDate();
  const away = await replacedOn(tx, dag);
  if (away.length === 0) return [];
  const { mensen } = await mensenRond(tx, [id, ...away], dag);
  const ids = vervangtOp(id, dag, mensen);
  if (ids.length === 0) return [];
  return tx.persoon.findMany({
    where: { id: { in: ids }, ...AANWEZIG },
    include: { aanstellingen: true },
    orderBy: { id: 'asc' },
  });
}

/** Ends absences from now on: who stood in hears so, unless that is said otherwise. */
export async function withdraw(
  tx: Tx,
  rows: readonly Afwezig[],
  now: Temporal.Instant,
  told: (row: Afwezig) => boolean = () => true,
): Promise<void> {
  const ingetrokkenOp = new Date(now.epochMilliseconds);
  const ids = rows.map(({ id }) => id);
  await tx.afwezigheid.updateMany({
    where: { id: { in: ids }, ingetrokkenOp: null },
    data: { ingetrokkenOp },
  });
  const unheard = await takeBack(tx, ids);
  const berichten = rows.flatMap((row) =>
    row.vervangerId !== null && told(row) && !unheard.includes(row.id)
      ? [{ persoonId: row.vervangerId, soort: VERVANGING_VOORBIJ, inhoud: { afwezigheid: row.id } }]
      : [],
  );
  await post(tx, berichten, now);
}

/** What was still to be said about these absences is not said; gives of which. */
async function takeBack(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const taken: number[] = [];
  for (const id of ids) {
    const about = { soort: VERVANGING, inhoud: { path: ['afwezigheid'], equals: id } };
    const { count } = await tx.bericht.updateMany({
      where: { ...about, status: { in: ['wacht', 'mislukt'] } },
      data: { status: 'vervallen' },
    });
    if (count > 0) taken.push(id);
  }
  return taken;
}

/** What comes after a vergadering and was handed over longer ago is of no use to anybody else any more. */
const VERS = { hours: 14 * 24 };

/**
 * What waits for `van` and asks for an answer is given out again: who is away does not get it. A herinnering goes to
 * whoever is to have it now; a question about an actie to `naar`, if there is somebody.
 */
export async function giveOutAgain(
  { tx, now }: Pick<Asked, 'tx' | 'now'>,
  { van, naar, over }: { van: number; naar: number | undefined; over?: number },
): Promise<void> {
  // Who plans takes this before the berichten: the other way round the two would wait for each other.
  await takePlanning(tx);
  // Of a vergadering that was held only what was handed over since: it comes after it.
  const waiting = await tx.$queryRaw<{ id: number }[]>`
    select id from bericht
    where persoon_id = ${van} and status in ('wacht', 'mislukt') and versie = 1 and exists (
      select from herinnering join vergadering on vergadering.id = herinnering.vergadering_id
      where herinnering.bericht_id = bericht.id
        and (vergadering.begin > ${new Date(now.epochMilliseconds)}
          or (herinnering.gepland_op >= vergadering.begin
            and herinnering.gepland_op > ${new Date(now.subtract(VERS).epochMilliseconds)}))
        and (${over ?? null}::integer is null or herinnering.persoon_id = ${over ?? null}))
    order by id`;
  const ids = waiting.map(({ id }) => id);
  await tx.bericht.updateMany({
    where: { id: { in: ids }, status: { in: ['wacht', 'mislukt'] } },
    data: { status: 'vervallen' },
  });
  await putBack(tx, ids);
  if (naar !== undefined && over === undefined) await moveVerzoeken(tx, van, naar);
}

/** What the other one is asked already is not asked twice. */
async function moveVerzoeken(tx: Tx, van: number, naar: number): Promise<void> {
  const asks = { soort: 'verzoek', status: 'wacht' as const };
  const known = await tx.bericht.findMany({ where: { ...asks, persoonId: naar } });
  const has = new Set(known.map(({ inhoud }) => JSON.stringify(inhoud)));
  for (const { id, inhoud } of await tx.bericht.findMany({ where: { ...asks, persoonId: van } })) {
    const change = has.has(JSON.stringify(inhoud))
      ? { status: 'vervallen' as const, fout: 'overgedragen' }
      : { persoonId: naar };
    await tx.bericht.updateMany({ where: { id, persoonId: van, ...asks }, data: change });
  }
}
