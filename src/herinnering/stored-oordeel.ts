import { hogerop, type Mensen, type Ontvanger, ontvangerVan } from '../bereikbaar/ontvanger.ts';
import { mensenRond, voorkeurVan, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import { binnenUren } from '../bereikbaar/voorkeur.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { asksAbout, type StoredVergadering, withOverleg } from '../overleg/stored-vergadering.ts';
import { type Aanloop, aanloopVan, type Stapplan } from './aanloop.ts';
import { decide, isLaterStap, type Outcome, type Soort, vraagt, wordtGevraagd } from './herinnering.ts';
import { nuVan } from './nu.ts';
import { responsVan, type Verteld, zegRespons } from './respons.ts';
import { secretarissenVan } from './stored-doelgroep.ts';

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
export type Judged = Row & {
  naar: Ontvanger | undefined;
  outcome: Outcome;
  /** The numbers of the acties that are asked of them. */
  open: number[];
};

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
  const bestuurders = await tx.persoon.findMany({
    where: { id: { in: [...around.mensen.keys()] }, rol: 'bestuurder' },
    select: { id: true },
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
    bestuurders: new Set(bestuurders.map(({ id }) => id)),
  };
}

export function judge(row: Row, rows: readonly Row[], context: Context): Judged {
  const { soort, persoon, persoonId } = row;
  const { now, begin, vrij } = context;
  if (context.overgeslagen.has(persoonId))
    return { ...row, naar: undefined, open: [], outcome: { lapse: 'overgeslagen door de secretaris' } };
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
      earliest: binnenUren(now, voorkeurVan(persoon), { uiterlijk: begin, vrij }),
    },
    now,
  );
  const tells = soort === 'respons' && 'send' in outcome;
  return {
    ...row,
    naar,
    open: open.map(({ nummer }) => nummer),
    outcome: tells ? tell(row, own(rows), own(context.asked), context) : outcome,
  };
}

/** Only the last of those that are due tells how the response stands, if there is anything new. */
function tell(
  { id }: Row,
  due: readonly Row[],
  sent: Context['asked'],
  { vergadering, aanloop, begin, vrij, totaal, open, now }: Context,
): Outcome {
  if (due.findLast(({ soort }) => soort === 'respons')?.id !== id)
    return { lapse: 'ingehaald door een latere herinnering' };
  const told = sent.filter(({ soort }) => soort === 'respons').map(({ inhoud }) => inhoud as Verteld);
  const uitgezet = { aanloop, nu: nuVan(vergadering, 'uitvraag'), begin, vrij };
  return zegRespons(responsVan({ binnen: totaal - open.length, totaal }, uitgezet, now), told);
}

/** Who gets it: whose it is, or who stands in; an escalation goes as many steps up as it says. */
function receiverOf({ soort, trede, persoonId }: Row, context: Context): Ontvanger | undefined {
  const { mensen, contacten, secretarissen, bestuurders, dag, aanloop } = context;
  const mag = (id: number) => !bestuurders.has(id) || (aanloop[soort]?.bestuurders ?? false);
  const all: Mensen = { mensen, contacten, secretarissen, mag };
  const mens = mensen.get(persoonId);
  if (!mens) return undefined;
  return soort === 'escalatie' ? hogerop(mens, dag, all)[trede - 1] : ontvangerVan(mens, dag, all);
}
