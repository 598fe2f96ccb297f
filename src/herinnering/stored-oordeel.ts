import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { asksAbout, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { aanloopVan, eindeVan, isErna, termijnVan, VRAAGSTAPPEN } from './aanloop.ts';
import { gaatVoor, nietVoor } from './escalatie.ts';
import {
  isLaterStap,
  isPutOff,
  magAanBestuurder,
  type Outcome,
  planVan,
  type Soort,
  urenTot,
  VRAGEND,
  vraagt,
  wordtGevraagd,
} from './herinnering.ts';
import { nuVan } from './nu.ts';
import { type Belang, oordeel } from './oordeel.ts';
import { inLaatsteWeken, responsVan, type Verteld, zegRespons } from './respons.ts';
import { secretarissenVan } from './stored-doelgroep.ts';
import { findGepland, type Geoordeeld, type Gepland, zaakRond } from './stored-zaak.ts';
import { isOpnieuw } from './uitstel.ts';

export type Row = Gepland & { vergadering: StoredVergadering };
export type Judged = Geoordeeld & { vergadering: StoredVergadering };

/** What may have been put off, of which others that are due have to know. */
export const UITSTELBAAR: readonly Soort[] = [...VRAAGSTAPPEN, 'later', 'escalatie', 'respons'];

/** What is planned about vergaderingen, with whose it is, in the order in which it falls due. */
export async function findPlanned(tx: Tx, where: Parameters<typeof findGepland>[1]): Promise<Row[]> {
  const rows = await findGepland(tx, where);
  return rows.flatMap(({ vergadering, ...row }) => (vergadering ? [{ ...row, vergadering }] : []));
}

/** What becomes of what is due about one vergadering. */
export async function judgeVergadering(
  tx: Tx,
  vergadering: StoredVergadering,
  due: readonly Gepland[],
  now: Temporal.Instant,
): Promise<Judged[]> {
  const rows = due.map((row) => ({ ...row, vergadering }));
  const context = await contextOf(tx, vergadering, rows, now);
  return rows.map((row) => judge(row, rows, context));
}

export type Context = Awaited<ReturnType<typeof contextOf>>;

/** All that is known of one vergadering to judge what is due about it: asked once, however many persons are written to. */
export async function contextOf(
  tx: Tx,
  vergadering: StoredVergadering,
  rows: readonly Row[],
  now: Temporal.Instant,
) {
  const personen = rows.map(({ persoonId }) => persoonId);
  const zaak = await zaakRond(tx, personen, await secretarissenVan(tx, vergadering, now), now);
  const persoonId = { in: personen };
  const about = { vergaderingId: vergadering.id, persoonId };
  const overgeslagen = await tx.overslaan.findMany({ where: about });
  const known = await tx.herinnering.findMany({
    where: {
      ...about,
      OR: [{ status: 'overgedragen' }, { status: 'gepland', soort: { in: [...UITSTELBAAR] } }],
    },
    orderBy: { geplandOp: 'desc' },
  });
  const begin = vergadering.begin.toTemporalInstant();
  const aanloop = aanloopVan(vergadering);
  const tells = rows.some(({ soort }) => soort === 'respons');
  return {
    ...zaak,
    vergadering,
    begin,
    overgeslagen: new Set(overgeslagen.map((one) => one.persoonId)),
    totaal: tells ? (await asksAbout(tx, vergadering, { open: false, now })).length : 0,
    geannuleerd: vergadering.status === 'geannuleerd' || vergadering.stil,
    aanloop,
    termijn: termijnVan(aanloop, begin, zaak.vrij),
    open: await asksAbout(tx, vergadering, { open: true, now }),
    asked: known.filter(({ status }) => status === 'overgedragen'),
    wachtend: known.filter(({ status }) => status === 'gepland'),
  };
}

export function judge(row: Row, rows: readonly Row[], context: Context): Judged {
  const own = <Of extends { persoonId: number }>(all: readonly Of[]) =>
    all.filter(({ persoonId }) => persoonId === row.persoonId);
  const eigen = { due: own(rows), asked: own(context.asked), wachtend: own(context.wachtend) };
  const open = context.open.filter((actie) => wordtGevraagd(row.persoon, actie)).map(({ nummer }) => nummer);
  const belang = { ...belangVan(row, eigen, context), open: open.length };
  const asks = VRAGEND.includes(row.soort) ? { open, termijn: context.termijn.toString() } : {};
  const judged = { ...row, ...asks, ...oordeel(row, context, belang) };
  if (row.soort !== 'respons' || 'lapse' in judged.outcome) return judged;
  const at = 'wait' in judged.outcome ? judged.outcome.wait : context.now;
  if (comesAgain(row, [...eigen.due, ...eigen.wachtend], at)) return { ...judged, outcome: OVERTAKEN };
  return 'wait' in judged.outcome ? judged : { ...judged, outcome: tell(eigen.asked, context) };
}

/** What else one persoon has: due, asked before, and put off. */
type Eigen = { due: readonly Row[]; asked: Context['asked']; wachtend: Context['wachtend'] };

const OVERTAKEN: Outcome = { lapse: 'ingehaald door een latere herinnering' };

/** A line a day: whether, by the end of the day that this one is told on, another one falls due. */
function comesAgain(
  { id, geplandOp }: Row,
  all: readonly Pick<Row, 'id' | 'soort' | 'geplandOp'>[],
  at: Temporal.Instant,
): boolean {
  const day = toLocal(at).toPlainDate();
  return all.some(
    (other) =>
      other.soort === 'respons' &&
      (other.geplandOp > geplandOp || (other.geplandOp.getTime() === geplandOp.getTime() && other.id > id)) &&
      Temporal.PlainDate.compare(toLocal(other.geplandOp.toTemporalInstant()).toPlainDate(), day) <= 0,
  );
}

/** From when on a herinnering about this vergadering is of no use. */
export const uiterlijkVan = (
  { soort }: { soort: Soort },
  { aanloop, begin, vrij }: Pick<Context, 'aanloop' | 'begin' | 'vrij'>,
): Temporal.Instant => eindeVan(planVan(soort, aanloop), begin, vrij);

/** What the vergadering says of it, from what else this persoon has due and was asked. */
function belangVan(row: Row, eigen: Eigen, context: Context): Omit<Belang, 'open'> {
  const { now, termijn, overgeslagen, geannuleerd, aanloop } = context;
  const { soort, persoonId } = row;
  const uiterlijk = uiterlijkVan(row, context);
  const uitgesteld = eigen.wachtend
    .filter((other) => other.soort === 'later')
    .map(({ geplandOp }) => geplandOp.toTemporalInstant())
    .find((until) => Temporal.Instant.compare(until, now) > 0);
  return {
    vervalt: overgeslagen.has(persoonId) ? 'overgeslagen door de secretaris' : undefined,
    uiterlijk,
    urenTot: urenTot(soort, { uiterlijk, termijn, now }),
    ...(isErna(planVan(soort, aanloop)) ? { voorbij: 'de vergadering is te lang geleden' } : {}),
    geannuleerd,
    bestuurders: magAanBestuurder(soort, aanloop),
    overtaken: isOvertaken(row, eigen, uitgesteld !== undefined, now),
    asked: eigen.asked.find((other) => vraagt(other.soort))?.geplandOp.toTemporalInstant(),
    nietVoor: nietVoorVan(row, eigen, context),
    uitgesteld,
  };
}

/**
 * A later step is due as well, and has not been put off, or asked today: who was asked that is not asked this after it.
 * What the secretaris asks again comes then the next day.
 */
function isOvertaken(row: Row, { due, asked }: Eigen, isUitgesteld: boolean, now: Temporal.Instant): boolean {
  const isLater = ({ soort }: { soort: Soort }) => vraagt(soort) && isLaterStap(soort, row.soort);
  const today = toLocal(now).toPlainDate();
  const isToday = ({ geplandOp }: { geplandOp: Date }) =>
    toLocal(geplandOp.toTemporalInstant()).toPlainDate().equals(today);
  return (
    due.some((one) => isLater(one) && !(isUitgesteld && isPutOff(one.soort))) ||
    (!isOpnieuw(row) && asked.some((one) => isLater(one) && isToday(one)))
  );
}

/** Until when an escalatie waits for what comes before it: what this persoon was asked, or is asked now. */
function nietVoorVan(
  row: Row,
  { due, asked, wachtend }: Eigen,
  context: Context,
): Temporal.Instant | undefined {
  if (row.soort !== 'escalatie') return undefined;
  const now = due
    .filter((other) => gaatVoor(other, row))
    .flatMap((other) => {
      const { outcome } = judge(other, due, context);
      return 'lapse' in outcome ? [] : [{ ...other, at: 'wait' in outcome ? outcome.wait : context.now }];
    });
  const at = <Of extends { geplandOp: Date }>(all: readonly Of[]) =>
    all.map((other) => ({ ...other, at: other.geplandOp.toTemporalInstant() }));
  // What waits and is due is judged above.
  const waits = at(wachtend).filter((other) => Temporal.Instant.compare(other.at, context.now) > 0);
  return nietVoor(row, [...now, ...at(asked), ...waits], context.now);
}

/** Tells how the response stands, if there is anything new. */
function tell(
  sent: Context['asked'],
  { vergadering, aanloop, begin, vrij, totaal, open, now }: Context,
): Outcome {
  const told = sent
    .filter(({ soort }) => soort === 'respons')
    .map(({ inhoud, geplandOp }) => ({ ...(inhoud as Verteld), op: geplandOp.toTemporalInstant() }));
  const uitgezet = { aanloop, nu: nuVan(vergadering, 'uitvraag'), begin, vrij };
  const respons = responsVan({ binnen: totaal - open.length, totaal }, uitgezet, now);
  return zegRespons(respons, told, inLaatsteWeken(uitgezet, now));
}
