import { judgeAkkoord } from '../akkoord/stored-oordeel.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import type { Outcome, Soort } from './herinnering.ts';
import { gaanMee, isSent, kandidaten, laterVandaag, letterVan } from './samen.ts';
import { judgeVergadering } from './stored-oordeel.ts';
import { judgeVerwacht } from './stored-verwacht.ts';
import { findGepland, type Geoordeeld, type Gepland } from './stored-zaak.ts';

/**
 * Job: gives the herinneringen of this regio that are due to the outbox, or lets them lapse and says why. One process
 * at a time: what one persoon has due is judged together. Another one leaves it to the first.
 */
export async function handOverHerinneringen(tx: Tx, now: Temporal.Instant): Promise<void> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('herinnering'), current_setting('app.regio')::integer) as mine`;
  if (!lock?.mine) return;
  const rows = await findGepland(tx, { geplandOp: { lte: new Date(now.epochMilliseconds) } });
  for (const due of Map.groupBy(rows, zaakVan).values()) {
    const judged = await judgeDue(tx, due, now);
    await apply(tx, [...judged, ...(await alongWith(tx, judged, now))], now);
  }
}

/** What it is about, of which all that is due is judged together; every date that an actie missed is one thing. */
const zaakVan = ({ vergaderingId, akkoordrondeId, soort }: Gepland): string =>
  `${soort === 'verwacht' || akkoordrondeId ? soort : 'vergadering'} ${vergaderingId ?? akkoordrondeId}`;

/** Each thing with a date says of what is due about it until when it is of use and whether it still matters. */
async function judgeDue(tx: Tx, rows: readonly Gepland[], now: Temporal.Instant): Promise<Geoordeeld[]> {
  const { vergadering, akkoordrondeId } = rows[0] ?? {};
  if (vergadering) return judgeVergadering(tx, vergadering, rows, now);
  return akkoordrondeId ? judgeAkkoord(tx, akkoordrondeId, rows, now) : judgeVerwacht(tx, rows, now);
}

/** What is due later today and goes to who gets the same now: one message per occasion. */
async function alongWith(
  tx: Tx,
  judged: readonly Geoordeeld[],
  now: Temporal.Instant,
): Promise<Geoordeeld[]> {
  const first = judged.find(isSent);
  if (!first) return [];
  const { vergaderingId, akkoordrondeId } = first;
  const waiting = await findGepland(tx, { vergaderingId, akkoordrondeId, geplandOp: laterVandaag(now) });
  const later = kandidaten(waiting, judged, now);
  return later.length > 0 ? gaanMee(judged, await judgeDue(tx, later, now)) : [];
}

/** Applies what was decided: one message for all that one receiver gets of the same step. */
async function apply(tx: Tx, rows: readonly Geoordeeld[], now: Temporal.Instant): Promise<void> {
  for (const same of Map.groupBy(rows, ({ outcome }) => JSON.stringify(outcome)).values()) {
    const outcome = same[0]?.outcome;
    if (!outcome || 'send' in outcome) continue;
    if ('wait' in outcome) await lapseTwins(tx, same, outcome.wait);
    const where = { id: { in: same.map(({ id }) => id) }, status: 'gepland' as const };
    await tx.herinnering.updateMany({ where, data: changeOf(outcome) });
  }
  const letters = [...Map.groupBy(rows.filter(isSent), letterVan).values()];
  const berichten = letters.flatMap(([first]) =>
    first?.naar ? [{ persoonId: first.naar.id, soort: berichtSoort(first.soort), inhoud: {} }] : [],
  );
  const ids = await post(tx, berichten, now);
  const parts = letters.flatMap((letter, index) =>
    letter.map(({ id, naar, open, termijn, outcome }) => {
      const told = 'send' in outcome ? outcome.inhoud : {};
      // What it says at first, by which is seen later whether that has changed.
      const stand = open && { stand: { open, klaar: [], ...(termijn && { termijn }) } };
      return { id, bericht: ids[index] ?? 0, inhoud: { ...told, als: naar?.als ?? 'zelf', ...stand } };
    }),
  );
  if (parts.length === 0) return;
  // From now on the moment says when it was handed over: after downtime that is not when it was planned.
  await tx.$executeRaw`
    update herinnering set status = 'overgedragen', gepland_op = ${new Date(now.epochMilliseconds)},
      bericht_id = part.bericht, inhoud = herinnering.inhoud || part.inhoud
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part(id integer, bericht integer, inhoud jsonb)
    where herinnering.id = part.id and herinnering.status = 'gepland'`;
}

/** Which composer makes the card. */
const berichtSoort = (soort: Soort) => (soort === 'verwacht' || soort === 'akkoord' ? soort : 'herinnering');

/** Of what is put off to the very moment of another that says the same one is left: the database takes no more. */
async function lapseTwins(tx: Tx, rows: readonly Geoordeeld[], until: Temporal.Instant): Promise<void> {
  const geplandOp = new Date(until.epochMilliseconds);
  const persoonId = { in: rows.map((row) => row.persoonId) };
  const there = await tx.herinnering.findMany({ where: { persoonId, status: 'gepland', geplandOp } });
  const taken = new Set(there.map(keyOf));
  const twins = rows.filter((row) => {
    const isTwin = taken.has(keyOf(row));
    taken.add(keyOf(row));
    return isTwin;
  });
  await tx.herinnering.updateMany({
    where: { id: { in: twins.map(({ id }) => id) } },
    data: { status: 'vervallen', reden: 'ingehaald door een latere herinnering' },
  });
}

type Key = Pick<Gepland, 'vergaderingId' | 'akkoordrondeId' | 'actieId' | 'persoonId' | 'soort' | 'trede'>;

const keyOf = ({ vergaderingId, akkoordrondeId, actieId, persoonId, soort, trede }: Key): string =>
  [vergaderingId, akkoordrondeId, actieId, persoonId, soort, trede].join();

function changeOf(outcome: Exclude<Outcome, { send: true }>) {
  if ('wait' in outcome) return { geplandOp: new Date(outcome.wait.epochMilliseconds) };
  return { status: 'vervallen' as const, reden: outcome.lapse };
}
