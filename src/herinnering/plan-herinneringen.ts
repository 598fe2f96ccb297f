import { carries } from '../actie/actie.ts';
import type { Tx } from '../db/database.ts';
import { asksAbout, findVergadering, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { rollenMet } from '../persoon/rechten.ts';
import { AANWEZIG, askable } from '../persoon/stored-persoon.ts';
import { AANLOOP, isNewRound, momentOf, type Soort } from './herinnering.ts';

/**
 * Plans what is sent about a vergadering from its date as it is now, in the place of what was planned before and
 * of what waits to be delivered. What has been sent stays sent, and is not sent again unless the new moment makes it
 * a new round. A moment that has passed is planned all the same: it is due at once, if it still matters. Cancelled:
 * nothing is planned. `only`: leaves what is planned for anybody else as it is.
 */
export async function planHerinneringen(
  tx: Tx,
  vergaderingId: number,
  now: Temporal.Instant,
  only?: readonly number[],
): Promise<void> {
  const vergadering = await findVergadering(tx, vergaderingId);
  const begin = vergadering.begin.toTemporalInstant();
  await tx.herinnering.deleteMany({ where: { vergaderingId, status: 'gepland', ...meant(only) } });
  await withdrawWaiting(tx, vergaderingId, only);
  if (vergadering.status === 'geannuleerd' || Temporal.Instant.compare(begin, now) <= 0) return;
  const sent = await tx.herinnering.findMany({ where: { vergaderingId, status: 'overgedragen' } });
  const isSent = (soort: Soort, persoonId: number, moment: Temporal.Instant) =>
    sent.some((row) => {
      const same = row.soort === soort && row.persoonId === persoonId;
      return same && !isNewRound(row.geplandOp.toTemporalInstant(), moment);
    });
  for (const soort of Object.keys(AANLOOP) as Soort[]) {
    const moment = momentOf(soort, begin);
    const persons = (await audienceOf(tx, soort, vergadering, now)).filter(
      (id) => !isSent(soort, id, moment) && (only?.includes(id) ?? true),
    );
    const geplandOp = new Date(moment.epochMilliseconds);
    await tx.herinnering.createMany({
      data: persons.map((persoonId) => ({ vergaderingId, persoonId, soort, geplandOp })),
    });
  }
}

const meant = (only: readonly number[] | undefined) => (only ? { persoonId: { in: [...only] } } : {});

/**
 * Plans every vergadering to come again, for `only` these persons where they are given, because who carries or holds
 * what has changed. One transaction at a time: two that plan the same vergadering would each put their own rows in the
 * place of the old ones.
 */
export async function planComing(tx: Tx, now: Temporal.Instant, only?: readonly number[]): Promise<void> {
  await tx.$queryRaw`
    select 1 as taken from pg_advisory_xact_lock(hashtext('herinnering'), current_setting('app.regio')::integer)`;
  const coming = await tx.vergadering.findMany({
    where: { status: 'gepland', begin: { gt: new Date(now.epochMilliseconds) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of coming) await planHerinneringen(tx, id, now, only);
}

/** What was handed over and still waits to be delivered is planned again too: it may go to others, or to nobody. */
async function withdrawWaiting(tx: Tx, vergaderingId: number, only?: readonly number[]): Promise<void> {
  const waiting = { status: 'wacht' as const, herinnering: { vergaderingId }, ...meant(only) };
  const rows = await tx.bericht.findMany({ where: waiting, select: { id: true, herinneringId: true } });
  const ids = rows.map(({ id }) => id);
  const { count } = await tx.bericht.updateMany({
    where: { id: { in: ids }, status: 'wacht' },
    data: { status: 'vervallen' },
  });
  if (count === 0) return;
  const lapsed = await tx.bericht.findMany({ where: { id: { in: ids }, status: 'vervallen' } });
  await tx.herinnering.updateMany({
    where: { id: { in: lapsed.flatMap(({ herinneringId }) => herinneringId ?? []) } },
    data: { status: 'vervallen', reden: 'opnieuw gepland' },
  });
}

async function audienceOf(
  tx: Tx,
  soort: Soort,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
): Promise<number[]> {
  switch (soort) {
    case 'uitvraag':
    case 'herhaling':
      return trekkersOf(tx, vergadering, now);
    case 'overzicht':
      return secretarissenOf(tx, vergadering);
    case 'aankondiging':
      return vergadering.overleg.aankondiging ? holders(tx, vergadering, ['voorzitter', 'lid']) : [];
  }
}

/** The persons whose work it is to report on one of the acties asked about. */
async function trekkersOf(tx: Tx, vergadering: StoredVergadering, now: Temporal.Instant): Promise<number[]> {
  const acties = await asksAbout(tx, vergadering, { open: false, now });
  return (await askable(tx))
    .filter((persoon) => acties.some(({ trekkers }) => carries(persoon, trekkers)))
    .map(({ id }) => id);
}

/** Who holds the secretaris' zetel of the overleg; where nobody does, the secretarissen of the regio. */
async function secretarissenOf(tx: Tx, vergadering: StoredVergadering): Promise<number[]> {
  const seated = await holders(tx, vergadering, ['secretaris']);
  if (seated.length > 0) return seated;
  return (
    await tx.persoon.findMany({ where: { rol: { in: rollenMet('overleg beheren') }, ...AANWEZIG } })
  ).map(({ id }) => id);
}

/** Who holds a zetel with one of these rollen on the day of the vergadering. */
async function holders(
  tx: Tx,
  { overlegId, begin }: StoredVergadering,
  rollen: ('voorzitter' | 'lid' | 'secretaris')[],
) {
  const held = await tx.bezetting.findMany({
    where: {
      zetel: { overlegId, rol: { in: rollen } },
      persoon: AANWEZIG,
      van: { lte: begin },
      OR: [{ tot: null }, { tot: { gte: begin } }],
    },
  });
  return [...new Set(held.map(({ persoonId }) => persoonId))];
}
