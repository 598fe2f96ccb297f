import type { Logger } from 'pino';
import { lookUp, takeLookup } from '../chat/lookup.ts';
import { addressOn, anew, type Route, type WayParts, waysTo, workspacesOf } from '../chat/way.ts';
import type { Database, Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { isKomend, withOverleg } from '../overleg/stored-vergadering.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import { aanloopVan, momentVan } from './aanloop.ts';
import { type Bereik, opzoekenVanaf } from './bereik.ts';
import { secretarissenVan } from './stored-doelgroep.ts';

type Parts = WayParts & { log: Logger };

/** Nobody is looked up more often. */
const WEEK = { hours: 7 * 24 };
/** Longer than it is looked before the first is written to, with a recess in between. */
const HORIZON = { hours: 60 * 24 };
/** How many at a time; the rest at the next beat. */
const BATCH = 20;
/** Some at once is no harm; but a bericht that waits for its turn to ask goes first. */
const WHEN = { ahead: Temporal.Duration.from({ seconds: 5 }), yields: true };

const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);
/** As a column with only a day holds it. */
const dayOf = (at: Temporal.Instant): Date => new Date(toLocal(at).toPlainDate().toString());

/** The regios in which it may be time to look; asked of all at once, because mostly there are none. */
export async function regiosToCheck({ owner }: Database, now: Temporal.Instant): Promise<number[]> {
  const rows = await owner.$queryRaw<{ regio_id: number }[]>`
    with nabij as (
      select distinct regio_id, vergadering_id from herinnering
      where status = 'gepland' and gepland_op < ${dateOf(now.add(HORIZON))} and vergadering_id is not null
    ), gevraagd as (
      select distinct persoon.regio_id, persoon.id, persoon.organisatie_id from nabij
      join herinnering using (regio_id, vergadering_id)
      join persoon on persoon.regio_id = herinnering.regio_id and persoon.id = herinnering.persoon_id
      where herinnering.status = 'gepland'
    ), nodig as (
      select regio_id, id from gevraagd
      union
      select organisatie.regio_id, organisatie.contact_id from gevraagd
      join organisatie on organisatie.regio_id = gevraagd.regio_id and organisatie.id = gevraagd.organisatie_id
      union
      select regio_id, vervanger_id from afwezigheid
      where ingetrokken_op is null and tot >= ${dayOf(now)} and regio_id in (select regio_id from nabij)
    )
    select distinct persoon.regio_id from nodig
    join persoon on persoon.regio_id = nodig.regio_id and persoon.id = nodig.id
    where persoon.vertrokken_op is null
      and (persoon.bereik_op is null or persoon.bereik_op < ${dateOf(now.subtract(WEEK))})`;
  return rows.map(({ regio_id }) => regio_id);
}

/**
 * Job: looks whether everyone can be reached who has planned herinneringen or may stand in for who has, from some days
 * before the secretaris hears of it on, without writing to anybody. What a platform does not say now is asked again at
 * the next beat.
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
    where: { ...isKomend(now), stil: false },
    include: withOverleg,
  });
  const vrij = await vrijeDagen(tx);
  const near = coming.filter((vergadering) => {
    const vanaf = opzoekenVanaf(aanloopVan(vergadering));
    if (!vanaf) return false;
    const from = momentVan(vanaf, vergadering.begin.toTemporalInstant(), vrij);
    return Temporal.Instant.compare(from, now) <= 0;
  });
  if (near.length === 0) return [];
  const secretarissen: number[] = [];
  for (const vergadering of near) secretarissen.push(...(await secretarissenVan(tx, vergadering, now)));
  const asked = {
    herinneringen: {
      some: { status: 'gepland' as const, vergaderingId: { in: near.map(({ id }) => id) } },
    },
  };
  return tx.persoon.findMany({
    where: {
      ...AANWEZIG,
      OR: [{ bereikOp: null }, { bereikOp: { lt: dateOf(now.subtract(WEEK)) } }],
      AND: {
        OR: [
          asked,
          // Whoever an absence or an escalatie may lead to: it is too late to look when it does.
          { vervangt: { some: { ingetrokkenOp: null, tot: { gte: dayOf(now) } } } },
          { contactVan: { some: { personen: { some: asked } } } },
          { id: { in: secretarissen } },
        ],
      },
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
    const turn = await takeLookup(regioId, route, parts, WHEN);
    if ('later' in turn) return 'later';
    const asked = await lookUp(regioId, route, parts, () => reachOn(regioId, persoon, route, parts));
    if ('later' in asked) return 'later';
    const { way, not } = asked.said;
    if (way && not === undefined) return undefined;
    reden ??= not;
  }
  return reden ?? 'niet_gevonden';
}

/** Where they are there, if they are; and why they cannot be written to, if that was known before. */
async function reachOn(regioId: number, persoon: ToCheck, route: Route, parts: Parts) {
  const way = await addressOn(regioId, { persoon }, route, parts);
  const known = route.address !== undefined;
  return { way, not: way && known ? await route.platform.check?.(route.tenant, way.address) : undefined };
}
