import { voorkeurVan, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import { momentVoor } from '../bereikbaar/voorkeur.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { findVergadering, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import {
  type Aanloop,
  aanloopVan,
  momentVan,
  STAPPEN,
  type Stap,
  type Stapplan,
  termijnVan,
  VRAAGSTAPPEN,
} from './aanloop.ts';
import { isNewRound, type Soort } from './herinnering.ts';
import { laterDan, nuVan } from './nu.ts';
import { refreshHerinneringen } from './refresh-herinneringen.ts';
import { doelgroepVan } from './stored-doelgroep.ts';

/** One message to be: whose, what and when. */
type Planned = { persoonId: number; soort: Soort; trede: number; moment: Temporal.Instant };

/**
 * Plans what is sent about a vergadering from its date as it is now, in the place of what was planned before and
 * of what waits to be delivered. What has been sent stays sent, and is not sent again unless the new moment makes it
 * a new round. A moment that has passed is planned all the same: it is due at once, if it still matters. Cancelled, or
 * switched off: nothing is planned. `only`: leaves what is planned for anybody else as it is.
 */
export async function planHerinneringen(
  tx: Tx,
  vergaderingId: number,
  now: Temporal.Instant,
  only?: readonly number[],
): Promise<void> {
  const vergadering = await findVergadering(tx, vergaderingId);
  const begin = vergadering.begin.toTemporalInstant();
  const planned = { vergaderingId, status: 'gepland' as const, ...meant(only) };
  await tx.herinnering.deleteMany({ where: { ...planned, soort: { not: 'later' } } });
  await withdrawWaiting(tx, vergaderingId, only);
  if (vergadering.status === 'geannuleerd' || vergadering.stil || Temporal.Instant.compare(begin, now) <= 0) {
    await tx.herinnering.deleteMany({ where: planned });
    return;
  }
  const vrij = await vrijeDagen(tx);
  const aanloop = aanloopVan(vergadering);
  const uiterlijk = new Date(termijnVan(aanloop, begin, vrij).epochMilliseconds);
  // What was put off never goes past the termijn, wherever that has gone.
  await tx.herinnering.updateMany({
    where: { ...planned, geplandOp: { gt: uiterlijk } },
    data: { geplandOp: uiterlijk },
  });
  const sent = await tx.herinnering.findMany({ where: { vergaderingId, status: 'overgedragen' } });
  const wanted = (await wantedFor(tx, vergadering, { aanloop, vrij, now })).filter(
    (one) => (only?.includes(one.persoonId) ?? true) && !sent.some((row) => says(row, one)),
  );
  await tx.herinnering.createMany({
    data: apart(wanted).map(({ moment, ...one }) => {
      return { ...one, vergaderingId, geplandOp: new Date(moment.epochMilliseconds) };
    }),
  });
}

/** Who wants messages on one day of the week only gets those of several days at one moment: there one is enough. */
const apart = (planned: readonly Planned[]): Planned[] => [
  ...new Map(
    planned.map((one) => [`${one.persoonId} ${one.soort} ${one.trede} ${one.moment}`, one]),
  ).values(),
];

const meant = (only: readonly number[] | undefined) => (only ? { persoonId: { in: [...only] } } : {});

/** Whether what was sent is the same as what is planned, in the same round. */
function says(
  row: { persoonId: number; soort: Soort; trede: number; geplandOp: Date },
  { persoonId, soort, trede, moment }: Planned,
): boolean {
  if (row.persoonId !== persoonId || row.soort !== soort || row.trede !== trede) return false;
  const at = row.geplandOp.toTemporalInstant();
  if (soort !== 'respons') return !isNewRound(at, moment);
  return toLocal(at).toPlainDate().equals(toLocal(moment).toPlainDate());
}

type Context = { aanloop: Aanloop; vrij: readonly Dagen[]; now: Temporal.Instant };

/** Everything that is to be said about a vergadering, each at the moment that its receiver wants it. */
async function wantedFor(tx: Tx, vergadering: StoredVergadering, context: Context): Promise<Planned[]> {
  const { aanloop, now } = context;
  const steps: Planned[] = [];
  for (const stap of STAPPEN.filter((one) => aanloop[one].actief)) {
    const persons = await doelgroepVan(tx, aanloop[stap].aan, vergadering, now);
    steps.push(...persons.flatMap((persoonId) => momentsOf(stap, vergadering, context, persoonId)));
  }
  const secretarissen = await doelgroepVan(tx, 'secretaris', vergadering, now);
  steps.push(...secretarissen.flatMap((persoonId) => forSecretaris(persoonId, vergadering, context)));
  return asWanted(tx, steps, vergadering, context);
}

function momentsOf(
  stap: Stap,
  vergadering: StoredVergadering,
  { aanloop, vrij }: Context,
  persoonId: number,
): Planned[] {
  const { begin } = vergadering;
  const nu = nuVan(vergadering, stap);
  const moment = nu ?? momentVan(aanloop[stap], begin.toTemporalInstant(), vrij);
  if (stap !== 'escalatie') return [{ persoonId, soort: stap, trede: 0, moment }];
  // A step further up on each following working day, as long as there are such days left.
  const { werkdagen, tijd } = aanloop.escalatie;
  if (nu)
    return [0, 1, 2].map((step) => ({
      persoonId,
      soort: stap,
      trede: step + 1,
      moment: laterDan(nu, step, vrij),
    }));
  return [0, 1, 2]
    .map((step) => ({ step, at: werkdagen + step }))
    .filter(({ step, at }) => step === 0 || at < 0)
    .map(({ step, at }) => ({
      persoonId,
      soort: stap,
      trede: step + 1,
      moment: momentVan({ werkdagen: at, tijd }, begin.toTemporalInstant(), vrij),
    }));
}

/** How many working days before the uitvraag is looked who cannot be reached. */
const BEREIK_VOORAF = 5;
/** On how many working days before the vergadering the secretaris hears how many have answered. */
const RESPONS_DAGEN = 10;
const RESPONS_TIJD = '16:00';

function forSecretaris(
  persoonId: number,
  { begin }: StoredVergadering,
  { aanloop: { uitvraag }, vrij }: Context,
): Planned[] {
  const start = begin.toTemporalInstant();
  const bereik = momentVan({ ...uitvraag, werkdagen: uitvraag.werkdagen - BEREIK_VOORAF }, start, vrij);
  const respons = Array.from({ length: RESPONS_DAGEN }, (_, day) => {
    const moment = momentVan({ werkdagen: -1 - day, tijd: RESPONS_TIJD }, start, vrij);
    return { persoonId, soort: 'respons' as const, trede: 0, moment };
  });
  return [
    ...(uitvraag.actief ? [{ persoonId, soort: 'bereik' as const, trede: 0, moment: bereik }] : []),
    ...respons,
  ];
}

/** Without whom it must not reach, and each moment moved to when its receiver wants to be written to. */
async function asWanted(
  tx: Tx,
  steps: readonly Planned[],
  vergadering: StoredVergadering,
  { aanloop, vrij }: Context,
): Promise<Planned[]> {
  const begin = vergadering.begin.toTemporalInstant();
  const skipped = await tx.overslaan.findMany({ where: { vergaderingId: vergadering.id } });
  const people = await tx.persoon.findMany({
    where: { id: { in: steps.map(({ persoonId }) => persoonId) }, ...AANWEZIG },
    include: withVoorkeur,
  });
  const known = new Map(people.map((persoon) => [persoon.id, persoon]));
  const deadline = termijnVan(aanloop, begin, vrij);
  return steps.flatMap((step) => {
    const persoon = known.get(step.persoonId);
    if (!persoon || skipped.some(({ persoonId }) => persoonId === step.persoonId)) return [];
    const voorkeur = voorkeurVan(persoon);
    const { soort } = step;
    // Goes to somebody else: what this persoon wants for themselves says nothing about it.
    if (soort === 'escalatie') return [step];
    const plan: Stapplan | undefined = soort in aanloop ? aanloop[soort as Stap] : undefined;
    if (persoon.rol === 'bestuurder' && plan && !plan.bestuurders) return [];
    if (voorkeur.alleenTermijn && soort !== 'aanlevertermijn') return [];
    const asks = VRAAGSTAPPEN.some((stap) => stap === soort) && soort !== 'coulance';
    const uiterlijk = asks ? deadline : begin;
    return [{ ...step, moment: momentVoor(step.moment, voorkeur, { uiterlijk, vrij }) }];
  });
}

/**
 * Waits for its turn to plan in this regio, and keeps it until the transaction ends: two that plan the same vergadering
 * at once would each put their own rows in the place of the old ones.
 */
export async function takePlanning(tx: Tx): Promise<void> {
  await tx.$queryRaw`
    select 1 as taken from pg_advisory_xact_lock(hashtext('herinnering'), current_setting('app.regio')::integer)`;
}

/**
 * Plans every vergadering to come again (of one overleg, where that is given), for `only` these persons where they are
 * given, because who carries or holds what has changed.
 */
export async function planComing(
  tx: Tx,
  now: Temporal.Instant,
  only?: readonly number[],
  overlegId?: number,
): Promise<void> {
  await takePlanning(tx);
  const coming = await tx.vergadering.findMany({
    where: {
      status: 'gepland',
      begin: { gt: new Date(now.epochMilliseconds) },
      ...(overlegId === undefined ? {} : { overlegId }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of coming) await planHerinneringen(tx, id, now, only);
  await refreshHerinneringen(tx, { personen: only }, now);
}

/** What was handed over and still waits to be delivered is planned again too: it may go to others, or to nobody. */
async function withdrawWaiting(tx: Tx, vergaderingId: number, only?: readonly number[]): Promise<void> {
  const about = { some: { vergaderingId, ...meant(only) } };
  const rows = await tx.bericht.findMany({
    where: { status: 'wacht', versie: 1, herinneringen: about },
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  const { count } = await tx.bericht.updateMany({
    where: { id: { in: ids }, status: 'wacht' },
    data: { status: 'vervallen' },
  });
  if (count === 0) return;
  const withdrawn = { bericht: { id: { in: ids }, status: 'vervallen' as const } };
  await tx.herinnering.updateMany({
    where: { ...withdrawn, ...meant(only) },
    data: { status: 'vervallen', reden: 'opnieuw gepland' },
  });
  // One message can be about several persons: the others' part is handed over again.
  await tx.herinnering.updateMany({
    where: { ...withdrawn, status: 'overgedragen' },
    data: { status: 'gepland', berichtId: null },
  });
}
