import { composeVerzoek } from './actie/compose-verzoek.ts';
import { composeAkkoord } from './akkoord/compose-akkoord.ts';
import { composeVervanging, composeVervangingVoorbij } from './bereikbaar/compose-vervanging.ts';
import { VERVANGING, VERVANGING_VOORBIJ } from './bereikbaar/stored-afwezig.ts';
import { type Composer, deliverDue, type KanaalComposer, type OutboxParts } from './chat/outbox.ts';
import { forgetOldTempo } from './chat/tempo.ts';
import type { Database, Tx } from './db/database.ts';
import { checkBereik, regiosToCheck } from './herinnering/check-bereik.ts';
import { composeAfgewezen } from './herinnering/compose-afgewezen.ts';
import { composeHerinnering } from './herinnering/compose-herinnering.ts';
import { composeVerwacht } from './herinnering/compose-verwacht.ts';
import { handOverHerinneringen } from './herinnering/hand-over-herinneringen.ts';
import { beat, composeStilstand, reportStilstand } from './herinnering/report-stilstand.ts';
import { composeUndelivered, reportUndelivered, retryMeldingen } from './herinnering/report-undelivered.ts';
import { AFGEWEZEN } from './herinnering/stored-afgewezen.ts';
import { composeChange } from './overleg/compose-change.ts';
import {
  composeDraad,
  composeReactie,
  composeVolgbericht,
  composeWelkom,
} from './volgen/compose-volgbericht.ts';
import { composeStopped, stopKanalen } from './volgen/stop-kanalen.ts';
import { DRAAD, VOLGBERICHT } from './volgen/tell-volgers.ts';

/** Who makes the card of each soort of bericht. */
const composers: Record<string, Composer> = {
  herinnering: composeHerinnering,
  verwacht: composeVerwacht,
  akkoord: composeAkkoord,
  [AFGEWEZEN]: composeAfgewezen,
  'niet-bezorgd': composeUndelivered,
  stilstand: composeStilstand,
  verzoek: composeVerzoek,
  [VERVANGING]: composeVervanging,
  [VERVANGING_VOORBIJ]: composeVervangingVoorbij,
  'vergadering-gewijzigd': composeChange,
  [VOLGBERICHT]: composeVolgbericht,
  'kanaal-gestopt': composeStopped,
};

/** The same, for what is said in a kanaal. */
const kanaalComposers: Record<string, KanaalComposer> = {
  [DRAAD]: composeDraad,
  [VOLGBERICHT]: composeReactie,
  'kanaal-welkom': composeWelkom,
};

type Parts = Omit<OutboxParts, 'composers' | 'kanaalComposers'>;

/** At once: hands over and plans, which the database does; and waits for platforms, which costs little. */
const WIDTH = { work: 4, wait: 64 };

/**
 * Does all that is due by `parts.now()`, in every regio: hands over herinneringen, delivers, reports what failed. Of a
 * regio in which that goes wrong the hartslag stops, and the others go on. Gives whether more is due.
 */
export async function runDue(parts: Parts): Promise<boolean> {
  const { db, now, log, stopped } = parts;
  const wrong = new Set<number>();
  const failed = (regioId: number, error: unknown) => {
    wrong.add(regioId);
    log.error({ err: error, regio: regioId }, 'jobs failed');
  };
  const each = async (regios: readonly number[], width: number, work: (id: number) => Promise<unknown>) =>
    inParallel(regios, width, async (id) => {
      if (!stopped?.aborted) await work(id).catch((error: unknown) => failed(id, error));
    });
  await reportStilstand(db, now(), failed);
  await each(await regiosToCheck(db, now()), WIDTH.wait, (id) => checkBereik(id, parts));
  await retryMeldingen(db, now());
  const due = await dueRegios(db, now());
  await each(due, WIDTH.work, (id) => db.inRegio(id, (tx) => handOverHerinneringen(tx, now())));
  const outbox = { ...parts, composers, kanaalComposers };
  let more = false;
  const deliver = async (id: number) => {
    const left = await deliverDue(id, outbox);
    more ||= left;
  };
  await each(due, WIDTH.wait, deliver);
  // Who hears of it is told at once; what fails on that way is no reason to tell again.
  await each(await regiosWithFailures(db), WIDTH.wait, async (id) => {
    await db.inRegio(id, (tx) => reportFailures(tx, now()));
    await deliver(id);
  });
  await beat(db, now(), [...wrong]);
  return more;
}

async function regiosWithFailures({ owner }: Database): Promise<number[]> {
  const rows = await owner.$queryRaw<{ regio_id: number }[]>`
    select distinct regio_id from bericht where status = 'mislukt' and gemeld_op is null order by regio_id`;
  return rows.map(({ regio_id }) => regio_id);
}

async function reportFailures(tx: Tx, now: Temporal.Instant): Promise<void> {
  await stopKanalen(tx, now);
  await reportUndelivered(tx, now);
}

async function inParallel<T>(all: readonly T[], width: number, work: (one: T) => Promise<void>) {
  const left = all.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

async function dueRegios({ owner }: Database, now: Temporal.Instant): Promise<number[]> {
  const at = new Date(now.epochMilliseconds);
  const rows = await owner.$queryRaw<{ regio_id: number }[]>`
    select regio_id from herinnering where status = 'gepland' and gepland_op <= ${at}
    union select regio_id from bericht where status in ('wacht', 'bezig') and volgende_op <= ${at}
    order by regio_id`;
  return rows.map(({ regio_id }) => regio_id);
}

/** When the first thing falls due that is not due yet or was put off; undefined: nothing is planned. */
export async function nextDue({ owner }: Database): Promise<Temporal.Instant | undefined> {
  const [row] = await owner.$queryRaw<{ at: Date | null }[]>`
    select least(
      (select min(gepland_op) from herinnering where status = 'gepland'),
      (select min(volgende_op) from bericht where status in ('wacht', 'bezig'))) as at`;
  return row?.at?.toTemporalInstant();
}

/** Forgets requests of longer than a week ago, which no platform delivers again; and the pace of old conversations. */
export async function forgetOldRequests({ owner }: Database, now: Temporal.Instant): Promise<void> {
  await forgetOldTempo(owner, now);
  const before = new Date(now.subtract({ hours: 7 * 24 }).epochMilliseconds);
  await owner.handledRequest.deleteMany({ where: { at: { lt: before } } });
}
