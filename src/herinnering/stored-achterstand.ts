import type { Database, Tx } from '../db/database.ts';
import { MELDINGEN } from './stored-melding.ts';

/** How long after its time something is late: several times what a beat and a delivery take. */
export const LAAT = { minutes: 10 };
/** After that long without a beat nothing is looked after. */
const STIL = { minutes: 5 };
/** What was tried or given up longer ago is no news. */
const DAG = { hours: 24 };

/** Of one regio: what should have gone out and has not. */
export type Achterstand = { regio: string; wat: string; aantal: number; sinds: Temporal.Instant };

/**
 * What is late in any regio: herinneringen that were not handed over, berichten that were not delivered, a regio that is
 * not looked after. What was put off moves its own time, and is not late; but what is tried again and again on a
 * platform that takes nothing from anybody is. So is a report of failures that was given up for all who should have
 * heard it. `since`: when this process began; a regio that was never looked after counts from then.
 */
export async function achterstanden(
  { owner }: Database,
  now: Temporal.Instant,
  since: Temporal.Instant,
): Promise<Achterstand[]> {
  const [late, stil, dag] = [LAAT, STIL, DAG].map((ago) => dateOf(now.subtract(ago)));
  const rows = await owner.$queryRaw<{ regio: string; wat: string; aantal: number; sinds: Date }[]>`
    select regio.code as regio, wat, aantal::integer, sinds from regio join (
      select regio_id, 'herinneringen' as wat, count(*) as aantal, min(gepland_op) as sinds
      from herinnering where status = 'gepland' and gepland_op < ${late} group by regio_id
      union all
      select regio_id, 'berichten', count(*), min(volgende_op)
      from bericht where status in ('wacht', 'bezig') and volgende_op < ${late} group by regio_id
      union all
      -- One whom the platform does not take is their own trouble: it takes two, and nobody else who was reached since.
      -- What arrives later has a higher id, which finds it without going through all that was ever delivered.
      select regio_id, 'berichten via ' || platform::text, count(*), min(sinds) from (
        select bericht.regio_id, persoon_id, kanaal_id, bezorging.platform, tenant,
          min(bezorging.id) as eerste, min(op) as sinds
        from bericht join bezorging on bezorging.regio_id = bericht.regio_id and bericht_id = bericht.id
        where (status in ('wacht', 'bezig') or (status = 'mislukt' and bericht.fout = 'geen_antwoord'))
          and plek is null and volgende_op > ${dag}
          and bezorging.platform is not null and uitkomst <> 'verzonden' and op > ${dag}
        group by bericht.regio_id, bericht.id, persoon_id, kanaal_id, bezorging.platform, tenant) as geprobeerd
      where sinds < ${late} and not exists (
        select from bezorging where bezorging.regio_id = geprobeerd.regio_id and bezorging.id > eerste
          and bezorging.platform = geprobeerd.platform and bezorging.tenant = geprobeerd.tenant
          and uitkomst = 'verzonden')
      group by regio_id, platform, tenant having count(distinct (persoon_id, kanaal_id)) > 1
      union all
      select regio_id, 'meldingen', count(distinct (soort, gemaakt_op)), min(gemaakt_op)
      from bericht where soort = any(${MELDINGEN}::text[]) and volgende_op > ${dag}
        and coalesce(gemeld_op, volgende_op) > ${dag}
        and (status = 'mislukt' or (status in ('wacht', 'bezig') and gemeld_op is not null))
        and not exists (
          select from bericht as ander where ander.regio_id = bericht.regio_id and ander.soort = bericht.soort
            and ander.gemaakt_op = bericht.gemaakt_op
            and (ander.status in ('verzonden', 'vervallen') or (ander.status <> 'mislukt' and ander.gemeld_op is null)))
      group by regio_id
      union all
      select regio.id, 'hartslag', 1, coalesce(hartslag.op, ${dateOf(since)}::timestamptz)
      from regio left join hartslag on hartslag.regio_id = regio.id
      where coalesce(hartslag.op, ${dateOf(since)}::timestamptz) < ${stil}) as laat on laat.regio_id = regio.id
    order by sinds, regio, wat`;
  return rows.map((row) => ({ ...row, sinds: row.sinds.toTemporalInstant() }));
}

const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);

/** "haarlem: 12 herinneringen since 2026-12-17T08:00:00Z; …", the worst first, in one line. */
export const achterstandText = (all: readonly Achterstand[]): string => {
  const shown = all.slice(0, 5).map(({ regio, wat, aantal, sinds }) => {
    const what = wat === 'hartslag' ? 'no jobs' : `${aantal} ${wat} late`;
    return `${regio}: ${what} since ${sinds}`;
  });
  return [...shown, ...(all.length > shown.length ? [`and ${all.length - shown.length} more`] : [])].join(
    '; ',
  );
};

/** What fell due between these moments and still waits: by id, because being handed over changes when it was. */
export async function wachtendSinds(tx: Tx, van: Temporal.Instant, tot: Temporal.Instant) {
  const within = { gt: dateOf(van), lte: dateOf(tot) };
  const herinneringen = await tx.herinnering.findMany({
    where: { status: 'gepland', geplandOp: within },
    select: { id: true },
  });
  const berichten = await tx.bericht.findMany({
    where: { status: { in: ['wacht', 'bezig'] }, volgendeOp: within },
    select: { id: true },
  });
  return {
    herinneringen: herinneringen.map(({ id }) => id),
    berichten: berichten.map(({ id }) => id),
  };
}
