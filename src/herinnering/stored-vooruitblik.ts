import type { Als } from '../bereikbaar/ontvanger.ts';
import { voorkeurVan, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import { binnenUren } from '../bereikbaar/voorkeur.ts';
import type { PlatformName } from '../chat/platform.ts';
import { anew, waysTo } from '../chat/way.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { asksAbout, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { urenTot } from './herinnering.ts';
import { gaanMee, kandidaten } from './samen.ts';
import {
  type Context,
  contextOf,
  findPlanned,
  type Judged,
  judge,
  type Row,
  UITSTELBAAR,
  uiterlijkVan,
} from './stored-oordeel.ts';

/** Who gets it, as it is now. `platform`: where they are reached first; undefined: on none yet. */
type Krijgt = {
  id: number;
  naam: string;
  organisatie: string;
  als: Als;
  platform: PlatformName | undefined;
};

/** What will become of one herinnering, if nobody answers in the meantime. `op`: when it arrives, or lapses. */
export type Verwacht = { row: Row; op: Temporal.Instant } & ({ naar: Krijgt } | { vervalt: string });

/**
 * What will become of everything planned about a vergadering, decided by what decides it when it falls due. `adjust`:
 * as if it were planned otherwise.
 */
export async function vooruitblik(
  tx: Tx,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
  adjust: (row: Row, context: Context) => Row = (row) => row,
): Promise<Verwacht[]> {
  const rows = await findPlanned(tx, { vergaderingId: vergadering.id });
  const context = await contextOf(tx, vergadering, rows, now);
  const judged = await runOff(
    tx,
    rows.map((row) => adjust(row, context)),
    context,
  );
  const known = await ontvangers(tx, judged);
  return judged.map(({ at, outcome, naar, ...row }): Verwacht => {
    if ('lapse' in outcome) return { row, op: at, vervalt: outcome.lapse };
    const persoon = naar && known.get(naar.id);
    if (!persoon) return { row, op: at, vervalt: 'er is niemand die dit kan krijgen' };
    // The same question that the composer asks when it is sent: the hours of who reads it.
    const uiterlijk = uiterlijkVan(row, context);
    const { termijn, vrij } = context;
    const uren = { uiterlijk: urenTot(row.soort, { uiterlijk, termijn, now: at }), vrij };
    const op = binnenUren(at, voorkeurVan(persoon), uren);
    if (Temporal.Instant.compare(op, uiterlijk) >= 0)
      return { row, op: at, vervalt: 'kon niet meer op tijd binnen werktijd' };
    const { id, naam, organisatie, platform } = persoon;
    return { row, op, naar: { id, naam, organisatie: organisatie.naam, als: naar.als, platform } };
  });
}

type Done = Judged & { at: Temporal.Instant };

const atOf = ({ geplandOp }: { geplandOp: Date }) => geplandOp.toTemporalInstant();

/** Lets everything fall due, in its order: what was handed over or put off decides what follows. */
async function runOff(tx: Tx, rows: readonly Row[], start: Context): Promise<Done[]> {
  const done: Done[] = [];
  const openAt = openVan(tx, start);
  let context = start;
  let waiting = [...rows];
  while (waiting.length > 0) {
    const at = waiting.map(atOf).reduce((a, b) => (Temporal.Instant.compare(a, b) <= 0 ? a : b));
    const now = Temporal.Instant.compare(at, start.now) > 0 ? at : start.now;
    const due = waiting
      .filter((row) => Temporal.Instant.compare(atOf(row), now) <= 0)
      .sort((a, b) => a.geplandOp.getTime() - b.geplandOp.getTime() || a.id - b.id);
    const wachtend = waiting.filter(({ soort }) => UITSTELBAAR.includes(soort));
    context = { ...context, now, dag: toLocal(now).toPlainDate(), open: await openAt(now), wachtend };
    const judged = judgeDue(due, waiting, context);
    const sent = judged.flatMap((one) => ('send' in one.outcome ? [handedOver(one, now)] : []));
    context = { ...context, asked: [...sent, ...context.asked] };
    const gone = new Set(judged.map(({ id }) => id));
    done.push(...judged.flatMap((one) => ('wait' in one.outcome ? [] : [{ ...one, at: now }])));
    waiting = [
      ...waiting.filter(({ id }) => !gone.has(id)),
      ...judged.flatMap(({ naar: _, outcome, ...row }) =>
        'wait' in outcome ? [{ ...row, geplandOp: new Date(outcome.wait.epochMilliseconds) }] : [],
      ),
    ];
  }
  return done;
}

/** What becomes of what is due, with what of the rest goes along with it. */
function judgeDue(due: readonly Row[], waiting: readonly Row[], context: Context): Judged[] {
  const judged = due.map((row) => judge(row, due, context));
  const later = kandidaten(waiting, judged, context.now);
  const along = later.map((row) => judge(row, later, context));
  return [...judged, ...gaanMee(judged, along)];
}

/** As the row is once it was handed over. */
function handedOver({ outcome, ...row }: Judged, now: Temporal.Instant): Context['asked'][number] {
  const inhoud = 'send' in outcome && outcome.inhoud ? outcome.inhoud : row.inhoud;
  return { ...row, inhoud, status: 'overgedragen', geplandOp: new Date(now.epochMilliseconds) };
}

/** What is open at a moment to come: more, once a vergadering of the same overleg has been held in between. */
function openVan(tx: Tx, { vergadering, now: start, open }: Context) {
  const known = new Map<number, Promise<Context['open']>>([[0, Promise.resolve(open)]]);
  const between = tx.vergadering.findMany({
    where: {
      overlegId: vergadering.overlegId,
      status: 'gepland',
      begin: { gt: new Date(start.epochMilliseconds), lt: vergadering.begin },
    },
    select: { begin: true },
  });
  return async (now: Temporal.Instant) => {
    const held = (await between).filter(({ begin }) => begin.getTime() < now.epochMilliseconds).length;
    const open = known.get(held) ?? asksAbout(tx, vergadering, { open: true, now });
    known.set(held, open);
    return open;
  };
}

/** Who gets something, with where: the first of the ways that the outbox would try of which is known that they are there. */
async function ontvangers(tx: Tx, judged: readonly Judged[]) {
  const ids = judged.flatMap(({ naar }) => naar?.id ?? []);
  const installed = await tx.installation.findMany({ orderBy: { id: 'asc' } });
  const on = installed.map(({ platform, tenant }) => ({ platform: { name: platform }, tenant }));
  const rows = await tx.persoon.findMany({
    where: { id: { in: [...new Set(ids)] } },
    include: { organisatie: true, accounts: { orderBy: { seenAt: 'desc' } }, ...withVoorkeur },
  });
  return new Map(
    rows.map((persoon) => {
      // Everybody has an e-mail address; elsewhere who has no account may turn out not to be there.
      const [way] = waysTo(anew(persoon), on).filter(
        ({ platform, address }) => platform.name === 'mail' || address !== undefined,
      );
      return [persoon.id, { ...persoon, platform: way?.platform.name }];
    }),
  );
}
