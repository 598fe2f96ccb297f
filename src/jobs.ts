import { composeVerzoek } from './actie/compose-verzoek.ts';
import { composeVervanging, composeVervangingVoorbij } from './bereikbaar/compose-vervanging.ts';
import { VERVANGING, VERVANGING_VOORBIJ } from './bereikbaar/stored-afwezig.ts';
import { type Composer, deliverDue, type KanaalComposer, type OutboxParts } from './chat/outbox.ts';
import type { Database } from './db/database.ts';
import { composeAfgewezen } from './herinnering/compose-afgewezen.ts';
import { composeHerinnering } from './herinnering/compose-herinnering.ts';
import { handOverHerinneringen } from './herinnering/hand-over-herinneringen.ts';
import { composeUndelivered, reportUndelivered } from './herinnering/report-undelivered.ts';
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
  [AFGEWEZEN]: composeAfgewezen,
  'niet-bezorgd': composeUndelivered,
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

/** Does all that is due by `parts.now()`, in every regio: hands over herinneringen, delivers, reports what failed. */
export async function runDue(parts: Parts): Promise<void> {
  const { db, now, log } = parts;
  for (const regioId of await dueRegios(db, now())) {
    if (parts.stopped?.aborted) return;
    try {
      await db.inRegio(regioId, (tx) => handOverHerinneringen(tx, now()));
      await deliverDue(regioId, { ...parts, composers, kanaalComposers });
      await db.inRegio(regioId, async (tx) => {
        await stopKanalen(tx, now());
        await reportUndelivered(tx, now());
      });
      await deliverDue(regioId, { ...parts, composers, kanaalComposers });
    } catch (error) {
      // One regio's trouble must not keep the others waiting.
      log.error({ err: error, regio: regioId }, 'jobs failed');
    }
  }
}

async function dueRegios({ owner }: Database, now: Temporal.Instant): Promise<number[]> {
  const at = new Date(now.epochMilliseconds);
  const rows = await owner.$queryRaw<{ regio_id: number }[]>`
    select regio_id from herinnering where status = 'gepland' and gepland_op <= ${at}
    union select regio_id from bericht where status in ('wacht', 'bezig') and volgende_op <= ${at}
    union select regio_id from bericht where status = 'mislukt' and gemeld_op is null
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

/** Forgets requests of longer than a week ago: no platform delivers one again after that. */
export async function forgetOldRequests({ owner }: Database, now: Temporal.Instant): Promise<void> {
  const before = new Date(now.subtract({ hours: 7 * 24 }).epochMilliseconds);
  await owner.handledRequest.deleteMany({ where: { at: { lt: before } } });
}
