import { hogerop, type Mensen, type Ontvanger, ontvangerVan } from '../bereikbaar/ontvanger.ts';
import { mensenRond, voorkeurVan, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import { binnenUren, GEWOON } from '../bereikbaar/voorkeur.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { asksAbout, type StoredVergadering, withOverleg } from '../overleg/stored-vergadering.ts';
import { type Aanloop, aanloopVan, type Stapplan } from './aanloop.ts';
import { decide, isLaterStap, type Outcome, type Soort, vraagt, wordtGevraagd } from './herinnering.ts';
import { nuVan } from './nu.ts';
import { responsVan, type Verteld, zegRespons } from './respons.ts';
import { secretarissenVan } from './stored-doelgroep.ts';

/**
 * Job: gives the herinneringen of this regio that are due to the outbox, or lets them lapse and says why. One process
 * at a time: what one persoon has due is judged together. Another one leaves it to the first.
 */
export async function handOverHerinneringen(tx: Tx, now: Temporal.Instant): Promise<void> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('herinnering'), current_setting('app.regio')::integer) as mine`;
  if (!lock?.mine) return;
  const rows = await findDue(tx, now);
  for (const due of Map.groupBy(rows, ({ vergaderingId }) => vergaderingId).values()) {
    const [first] = due;
    if (first) await handOver(tx, first.vergadering, due, now);
  }
}

/** What is due, with whose it is. */
const findDue = (tx: Tx, now: Temporal.Instant) =>
  findPlanned(tx, { geplandOp: { lte: new Date(now.epochMilliseconds) } });

type Where = NonNullable<Parameters<Tx['herinnering']['findMany']>[0]>['where'];

/** What is planned about vergaderingen, with whose it is, in the order in which it falls due. */
export async function findPlanned(tx: Tx, where: Where) {
  const rows = await tx.herinnering.findMany({
    where: { status: 'gepland', ...where },
    include: {
      persoon: { include: { aanstellingen: true, ...withVoorkeur } },
      vergadering: { include: withOverleg },
    },
    orderBy: [{ geplandOp: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ vergadering, ...row }) => (vergadering ? [{ ...row, vergadering }] : []));
}

export type Row = Awaited<ReturnType<typeof findPlanned>>[number];

/** A herinnering that is due, with who gets it and what becomes of it. */
export type Judged = Row & { naar: Ontvanger | undefined; outcome: Outcome };

async function handOver(
  tx: Tx,
  vergadering: StoredVergadering,
  rows: readonly Row[],
  now: Temporal.Instant,
): Promise<void> {
  const context = await contextOf(tx, vergadering, rows, now);
  await apply(
    tx,
    rows.map((row) => judge(row, rows, context)),
    now,
  );
}

export type Context = Awaited<ReturnType<typeof contextOf>>;

/** All that is known of one vergadering to judge what is due about it: asked once, however many persons are written to. */
export async function contextOf(
  tx: Tx,
  vergadering: StoredVergadering,
  rows: readonly Row[],
  now: Temporal.Instant,
) {
  const dag = toLocal(now).toPlainDate();
  const secretarissen = await secretarissenVan(tx, vergadering);
  const around = await mensenRond(tx, [...rows.map(({ persoonId }) => persoonId), ...secretarissen], dag);
  const people = await tx.persoon.findMany({
    where: { id: { in: [...around.mensen.keys()] } },
    include: withVoorkeur,
  });
  const persoonId = { in: rows.map((row) => row.persoonId) };
  const about = { vergaderingId: vergadering.id, persoonId };
  const overgeslagen = await tx.overslaan.findMany({ where: about });
  const tells = rows.some(({ soort }) => soort === 'respons');
  return {
    now,
    dag,
    vergadering,
    begin: vergadering.begin.toTemporalInstant(),
    overgeslagen: new Set(overgeslagen.map((one) => one.persoonId)),
    totaal: tells ? (await asksAbout(tx, vergadering, { open: false, now })).length : 0,
    geannuleerd: vergadering.status === 'geannuleerd' || vergadering.stil,
    vrij: await vrijeDagen(tx),
    aanloop: aanloopVan(vergadering) as Aanloop & Partial<Record<Soort, Stapplan>>,
    open: await asksAbout(tx, vergadering, { open: true, now }),
    asked: await tx.herinnering.findMany({
      where: { ...about, status: 'overgedragen' },
      orderBy: { geplandOp: 'desc' },
    }),
    later: await tx.herinnering.findMany({ where: { ...about, status: 'gepland', soort: 'later' } }),
    ...around,
    secretarissen,
    bestuurders: new Set(people.filter(({ rol }) => rol === 'bestuurder').map(({ id }) => id)),
    voorkeuren: new Map(people.map((persoon) => [persoon.id, voorkeurVan(persoon)])),
  };
}

export function judge(row: Row, rows: readonly Row[], context: Context): Judged {
  const { soort, persoon, persoonId } = row;
  const { now, begin, vrij } = context;
  if (context.overgeslagen.has(persoonId))
    return { ...row, naar: undefined, outcome: { lapse: 'overgeslagen door de secretaris' } };
  const naar = receiverOf(row, context);
  const open = context.open.filter((actie) => wordtGevraagd(persoon, actie));
  const own = <Of extends { persoonId: number }>(all: readonly Of[]) =>
    all.filter((other) => other.persoonId === persoonId);
  const outcome = decide(
    {
      soort,
      ontvanger: naar !== undefined,
      uiterlijk: begin,
      geannuleerd: context.geannuleerd,
      overtaken: own(rows).some((other) => vraagt(other.soort) && isLaterStap(other.soort, soort)),
      asked: own(context.asked)
        .find((other) => vraagt(other.soort))
        ?.geplandOp.toTemporalInstant(),
      uitgesteld: own(context.later)
        .map(({ geplandOp }) => geplandOp.toTemporalInstant())
        .find((until) => Temporal.Instant.compare(until, now) > 0),
      open: open.length,
      // Of who gets it: whose it is may be away, and want it on other days.
      earliest: binnenUren(now, voorkeurOf(naar, context), { uiterlijk: begin, vrij }),
    },
    now,
  );
  // Those of several days would else be put off to one moment, and the database takes one of those.
  if (soort === 'respons' && !('lapse' in outcome) && isOvertaken(row, rows))
    return { ...row, naar, outcome: { lapse: 'ingehaald door een latere herinnering' } };
  const tells = soort === 'respons' && 'send' in outcome;
  return { ...row, naar, outcome: tells ? tell(own(context.asked), context) : outcome };
}

/** Tells how the response stands, if there is anything new. */
function tell(
  sent: Context['asked'],
  { vergadering, aanloop, begin, vrij, totaal, open, now }: Context,
): Outcome {
  const told = sent.filter(({ soort }) => soort === 'respons').map(({ inhoud }) => inhoud as Verteld);
  const uitgezet = { aanloop, nu: nuVan(vergadering, 'uitvraag'), begin, vrij };
  return zegRespons(responsVan({ binnen: totaal - open.length, totaal }, uitgezet, now), told);
}

const isOvertaken = ({ id, soort, persoonId }: Row, rows: readonly Row[]): boolean =>
  rows.findLast((other) => other.soort === soort && other.persoonId === persoonId)?.id !== id;

const voorkeurOf = (naar: Ontvanger | undefined, { voorkeuren }: Context) =>
  (naar && voorkeuren.get(naar.id)) ?? GEWOON;

/** Who gets it: whose it is, or who stands in; an escalation goes as many steps up as it says. */
function receiverOf({ soort, trede, persoonId }: Row, context: Context): Ontvanger | undefined {
  const { mensen, contacten, secretarissen, bestuurders, dag, aanloop } = context;
  const mag = (id: number) => !bestuurders.has(id) || (aanloop[soort]?.bestuurders ?? false);
  const all: Mensen = { mensen, contacten, secretarissen, mag };
  const mens = mensen.get(persoonId);
  if (!mens) return undefined;
  return soort === 'escalatie' ? hogerop(mens, dag, all)[trede - 1] : ontvangerVan(mens, dag, all);
}

/** Applies what was decided: one message for all that one receiver gets of the same step. */
async function apply(tx: Tx, rows: readonly Judged[], now: Temporal.Instant): Promise<void> {
  for (const same of Map.groupBy(rows, ({ outcome }) => JSON.stringify(outcome)).values()) {
    const [first] = same;
    const where = { id: { in: same.map(({ id }) => id) } };
    if (first && 'wait' in first.outcome) await lapseTwins(tx, same, first.outcome.wait);
    const still = { ...where, status: 'gepland' as const };
    if (first) await tx.herinnering.updateMany({ where: still, data: changeOf(first.outcome, now) });
  }
  const sent = rows.filter(({ outcome }) => 'send' in outcome);
  const letters = [
    ...Map.groupBy(sent, ({ naar, soort, trede }) => `${naar?.id} ${soort} ${trede}`).values(),
  ];
  const berichten = letters.flatMap(([first]) =>
    first?.naar ? [{ persoonId: first.naar.id, soort: 'herinnering', inhoud: {} }] : [],
  );
  const ids = await post(tx, berichten, now);
  const parts = letters.flatMap((letter, index) =>
    letter.map(({ id, naar }) => ({ id, bericht: ids[index] ?? 0, als: naar?.als ?? 'zelf' })),
  );
  if (parts.length === 0) return;
  await tx.$executeRaw`
    update herinnering set bericht_id = part.bericht,
      inhoud = herinnering.inhoud || jsonb_build_object('als', part.als)
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part(id integer, bericht integer, als text)
    where herinnering.id = part.id`;
}

/** What is put off to the very moment of another that says the same gives way to it: the database takes one. */
async function lapseTwins(tx: Tx, rows: readonly Judged[], until: Temporal.Instant): Promise<void> {
  const geplandOp = new Date(until.epochMilliseconds);
  const vergaderingId = { in: rows.map(({ vergadering }) => vergadering.id) };
  const there = await tx.herinnering.findMany({ where: { vergaderingId, status: 'gepland', geplandOp } });
  const twins = rows.filter(({ persoonId, soort, trede }) =>
    there.some((one) => one.persoonId === persoonId && one.soort === soort && one.trede === trede),
  );
  await tx.herinnering.updateMany({
    where: { id: { in: twins.map(({ id }) => id) } },
    data: { status: 'vervallen', reden: 'ingehaald door een latere herinnering' },
  });
}

function changeOf(outcome: Outcome, now: Temporal.Instant) {
  if ('wait' in outcome) return { geplandOp: new Date(outcome.wait.epochMilliseconds) };
  if ('lapse' in outcome) return { status: 'vervallen' as const, reden: outcome.lapse };
  // From now on the moment says when it was handed over: after downtime that is not when it was planned.
  const { inhoud } = outcome;
  const geplandOp = new Date(now.epochMilliseconds);
  return { status: 'overgedragen' as const, geplandOp, ...(inhoud && { inhoud }) };
}
