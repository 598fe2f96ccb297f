import type { Input } from '../chat/card.ts';
import type { Composer } from '../chat/outbox.ts';
import { post } from '../chat/post.ts';
import type { Database, Tx } from '../db/database.ts';
import { planComing } from './plan-herinneringen.ts';
import { stilstandCard } from './stilstand-card.ts';
import { LAAT, wachtendSinds } from './stored-achterstand.ts';
import { hoorders, meldUur, STILSTAND } from './stored-melding.ts';

/** A gap this long between two beats is no pause of a deploy any more. */
const GAP = { minutes: 15 };

const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);

/**
 * Job: before anything is done. A regio that was never looked after gets its run-up: it may come from a version that
 * planned otherwise. One that was not looked after for long, while something was due, has that told. Gives the regios
 * of which that failed.
 */
export async function reportStilstand(
  db: Database,
  now: Temporal.Instant,
  failed: (regioId: number, error: unknown) => void,
): Promise<void> {
  const late = dateOf(now.subtract(LAAT));
  const rows = await db.owner.$queryRaw<{ id: number; op: Date | null }[]>`
    select regio.id, hartslag.op from regio left join hartslag on hartslag.regio_id = regio.id
    where hartslag.op is null or (hartslag.op < ${dateOf(now.subtract(GAP))} and (
      exists (select from herinnering where herinnering.regio_id = regio.id and status = 'gepland'
        and gepland_op > hartslag.op and gepland_op <= ${late})
      or exists (select from bericht where bericht.regio_id = regio.id and status in ('wacht', 'bezig')
        and volgende_op > hartslag.op and volgende_op <= ${late})))
    order by regio.id`;
  for (const { id, op } of rows) {
    const work = op === null ? begin : report;
    await db.inRegio(id, (tx) => work(tx, now)).catch((error: unknown) => failed(id, error));
  }
}

async function begin(tx: Tx, now: Temporal.Instant): Promise<void> {
  const { count } = await tx.hartslag.createMany({ data: [{ op: dateOf(now) }], skipDuplicates: true });
  if (count > 0) await planComing(tx, now);
}

/** Once for each time that it stood still, by whichever process comes first. */
async function report(tx: Tx, now: Temporal.Instant): Promise<void> {
  const [row] = await tx.$queryRaw<{ op: Date; gemeld_op: Date | null }[]>`
    select op, gemeld_op from hartslag for update`;
  if (!row || (row.gemeld_op && row.gemeld_op > row.op)) return;
  const van = row.op.toTemporalInstant();
  const gap = now.subtract(GAP);
  if (Temporal.Instant.compare(van, gap) >= 0) return;
  const missed = await wachtendSinds(tx, van, now.subtract(LAAT));
  if (missed.herinneringen.length + missed.berichten.length === 0) return;
  await tx.hartslag.updateMany({ data: { gemeldOp: dateOf(now) } });
  const inhoud = { van: van.toString(), tot: now.toString(), ...missed };
  await post(
    tx,
    (await hoorders(tx)).map((persoonId) => ({ persoonId, soort: STILSTAND, inhoud })),
    now,
  );
}

/** Job: Doebot was there for these regios, and what was due was looked after. */
export async function beat(
  { owner }: Database,
  now: Temporal.Instant,
  except: readonly number[],
): Promise<void> {
  await owner.$executeRaw`
    update hartslag set op = ${dateOf(now)} where op < ${dateOf(now)} and regio_id <> all(${[...except]}::integer[])`;
}

/**
 * Job: the message of `reportStilstand`: what became of what was due, as far as it is known by then. In working hours,
 * and no sooner than the jobs had their time: another process may be at work on what is still planned.
 */
export const composeStilstand: Composer = async ({ tx, persoon, inhoud, now }) => {
  const earliest = await meldUur(tx, persoon.id, now);
  if (!earliest.equals(now)) return { notBefore: earliest };
  const [van, tot] = [inhoud['van'], inhoud['tot']].map((one) => Temporal.Instant.from(String(one)));
  if (!van || !tot) return undefined;
  const states = await statesOf(tx, inhoud, now);
  const count = (state: State) => states.filter((one) => one === state).length;
  const enough = tot.add(LAAT);
  if (count('stil') > 0 && Temporal.Instant.compare(now, enough) < 0) return { notBefore: enough };
  const counts = { laat: count('laat'), vervallen: count('vervallen') };
  return stilstandCard({ van, tot, ...counts, stil: count('stil'), mislukt: count('mislukt'), now });
};

type State = 'laat' | 'vervallen' | 'stil' | 'mislukt';

/** What became of each of what was due. */
async function statesOf(tx: Tx, inhoud: Input, now: Temporal.Instant): Promise<State[]> {
  const among = (name: string) => {
    return { id: { in: (inhoud[name] as number[] | undefined) ?? [] } };
  };
  const herinneringen = await tx.herinnering.findMany({
    where: among('herinneringen'),
    select: { status: true, geplandOp: true, bericht: { select: { status: true } } },
  });
  const berichten = await tx.bericht.findMany({ where: among('berichten'), select: { status: true } });
  return [
    ...herinneringen.map(({ status, geplandOp, bericht }): State => {
      if (status === 'vervallen') return 'vervallen';
      if (status === 'gepland') return geplandOp <= dateOf(now) ? 'stil' : 'laat';
      return bericht?.status === 'mislukt' ? 'mislukt' : 'laat';
    }),
    ...berichten.map(({ status }): State => {
      return status === 'vervallen' || status === 'mislukt' ? status : 'laat';
    }),
  ];
}
