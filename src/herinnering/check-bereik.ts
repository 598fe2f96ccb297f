import type { Logger } from 'pino';
import { takeTurn } from '../chat/tempo.ts';
import { addressOn, anew, type Route, type WayParts, waysTo, workspacesOf } from '../chat/way.ts';
import type { Database, Tx } from '../db/database.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { withOverleg } from '../overleg/stored-vergadering.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import { aanloopVan, momentVan } from './aanloop.ts';
import { BEREIK_VANAF, type Bereik } from './bereik.ts';

type Parts = WayParts & { log: Logger };

/** Nobody is looked up more often. */
const WEEK = { hours: 7 * 24 };
/** Longer than the working days before the uitvraag can take, with a recess in between. */
const HORIZON = { hours: 60 * 24 };
/** How many at a time; the rest at the next beat. */
const BATCH = 20;
/**
 * From one question about a user to the next, in milliseconds: Slack's strictest of these takes fifty a minute. Apart
 * from the rate of messages; some at once is no harm.
 */
const TEMPO = { workspace: 1_300, gesprek: 0 };
const AHEAD = Temporal.Duration.from({ seconds: 5 });

const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);

/** The regios in which it may be time to look; asked of all at once, because mostly there are none. */
export async function regiosToCheck({ owner }: Database, now: Temporal.Instant): Promise<number[]> {
  const rows = await owner.$queryRaw<{ regio_id: number }[]>`
    select distinct herinnering.regio_id from herinnering
    join persoon on persoon.regio_id = herinnering.regio_id and persoon.id = herinnering.persoon_id
    where herinnering.status = 'gepland' and herinnering.gepland_op < ${dateOf(now.add(HORIZON))}
      and herinnering.vergadering_id is not null and persoon.vertrokken_op is null
      and (persoon.bereik_op is null or persoon.bereik_op < ${dateOf(now.subtract(WEEK))})`;
  return rows.map(({ regio_id }) => regio_id);
}

/**
 * Job: looks whether everyone with planned herinneringen can be reached, from eight working days before the uitvraag on,
 * without writing to anybody. What a platform does not say now is asked again at the next beat.
 */
export async function checkBereik(regioId: number, parts: Parts): Promise<void> {
  const { db, now, log, platforms } = parts;
  const { people, on } = await db.inRegio(regioId, async (tx) => {
    const people = await peopleToCheck(tx, now());
    return { people, on: people.length === 0 ? [] : await workspacesOf(tx, platforms) };
  });
  try {
    for (const persoon of people) {
      const bereik = await bereikVan(regioId, persoon, waysTo(anew(persoon), on), parts);
      if (bereik === 'later') return;
      const found = { bereik: bereik ?? null, bereikOp: dateOf(now()) };
      await db.inRegio(regioId, (tx) => tx.persoon.updateMany({ where: { id: persoon.id }, data: found }));
    }
  } catch (error) {
    log.warn({ err: error, regio: regioId }, 'could not look who can be reached');
  }
}

type ToCheck = Awaited<ReturnType<typeof peopleToCheck>>[number];

async function peopleToCheck(tx: Tx, now: Temporal.Instant) {
  const coming = await tx.vergadering.findMany({
    where: { status: 'gepland', stil: false, begin: { gt: dateOf(now) } },
    include: withOverleg,
  });
  const vrij = await vrijeDagen(tx);
  const near = coming.filter((vergadering) => {
    const { uitvraag } = aanloopVan(vergadering);
    const werkdagen = uitvraag.werkdagen - BEREIK_VANAF;
    const from = momentVan({ ...uitvraag, werkdagen }, vergadering.begin.toTemporalInstant(), vrij);
    return Temporal.Instant.compare(from, now) <= 0;
  });
  const vergaderingId = { in: near.map(({ id }) => id) };
  return tx.persoon.findMany({
    where: {
      ...AANWEZIG,
      herinneringen: { some: { status: 'gepland', vergaderingId } },
      OR: [{ bereikOp: null }, { bereikOp: { lt: dateOf(now.subtract(WEEK)) } }],
    },
    include: { voorkeur: true, accounts: { orderBy: { seenAt: 'desc' } } },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
}

/** Undefined: there is a way. Else why the first way is none. `later`: the platform has had its questions for now. */
async function bereikVan(
  regioId: number,
  persoon: ToCheck,
  routes: readonly Route[],
  parts: Parts,
): Promise<Bereik | 'later' | undefined> {
  let reden: Bereik | undefined;
  for (const route of routes) {
    if (!(await mayAsk(regioId, route, parts))) return 'later';
    const way = await addressOn(regioId, { persoon }, route, parts);
    const known = route.address !== undefined;
    const not = way && (known ? await route.platform.check?.(route.tenant, way.address) : undefined);
    if (way && not === undefined) return undefined;
    reden ??= not;
  }
  return reden ?? 'niet_gevonden';
}

async function mayAsk(regioId: number, { platform, tenant }: Route, { db, now }: Parts): Promise<boolean> {
  if (!platform.tempo) return true;
  const place = { platform: platform.name, tenant: `${tenant} opzoeken` };
  const wanted = { tempo: TEMPO, calls: 1, gesprek: 'opzoeken' };
  const turn = await db.inRegio(regioId, (tx) => takeTurn(tx, place, wanted, { now: now(), ahead: AHEAD }));
  return 'at' in turn;
}
