import { isDeepStrictEqual } from 'node:util';
import { revise } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { isKomend, type StoredVergadering, withOverleg } from '../overleg/stored-vergadering.ts';
import { aanloopVan, termijnVan } from './aanloop.ts';
import { VRAGEND } from './herinnering.ts';
import { deelVan, withActie } from './stored-verwacht.ts';
import { type Deel, delenVan, gevraagdVoor } from './stored-vraag.ts';

/** What may have changed: acties (ids), or who these persons are asked for; nobody named: everybody. */
type Geraakt = { acties: readonly number[] } | { personen: readonly number[] | undefined };

/**
 * Has the messages that ask about these acties or persons say what is so now: those that were sent are edited, as far
 * as what they say has changed. Notes who has answered, and who has not any more. To be called after everything else
 * is written: it waits for who does the same, and then counts what they wrote.
 */
export async function refreshHerinneringen(tx: Tx, geraakt: Geraakt, now: Temporal.Instant): Promise<void> {
  const found = await ('acties' in geraakt
    ? askingFor(tx, geraakt.acties, now)
    : askingOf(tx, geraakt.personen, now));
  if (found.length === 0) return;
  const sent = await takeSent(tx, [...new Set(found.map(({ bericht }) => bericht))]);
  const rows = await tx.herinnering.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: { ...withActie, vergadering: { include: withOverleg } },
    orderBy: { id: 'asc' },
  });
  const vrij = await vrijeDagen(tx);
  const changes: Change[] = [];
  for (const same of Map.groupBy(rows, ({ vergaderingId }) => vergaderingId).values()) {
    const vergadering = same[0]?.vergadering;
    const delen = vergadering
      ? delenVan(same, await gevraagdVoor(tx, vergadering, now))
      : same.map((row) => deelVan(row));
    const termijn = vergadering ? termijnIn(vergadering, vrij).toString() : undefined;
    changes.push(...same.flatMap((row, index) => changeOf(row, delen[index], termijn)));
  }
  await store(tx, changes, now);
  const edited = new Set(changes.flatMap(({ bericht }) => (sent.has(bericht) ? [bericht] : [])));
  await revise(tx, [...edited], now);
}

/** How long a message about a missed date is kept right: longer than anybody is asked about it. */
const openSince = (now: Temporal.Instant): Date =>
  new Date(now.subtract({ hours: 90 * 24 }).epochMilliseconds);

/** The herinneringen that were handed over and ask about one of these acties, or may have. */
async function askingFor(tx: Tx, acties: readonly number[], now: Temporal.Instant) {
  // Most of the year nothing has been asked: seen in a statement that costs little to plan.
  const [any] = await tx.$queryRaw<unknown[]>`
    select 1 where exists (
      select 1 from vergadering join herinnering on herinnering.vergadering_id = vergadering.id
      where vergadering.begin > ${new Date(now.epochMilliseconds)} and herinnering.status = 'overgedragen'
        and herinnering.bericht_id is not null and herinnering.soort = any(${VRAGEND}::"HerinneringSoort"[]))
    or exists (
      select 1 from herinnering where soort = 'verwacht' and status = 'overgedragen'
        and actie_id = any(${[...acties]}::integer[]))`;
  if (!any) return [];
  return tx.$queryRaw<{ id: number; bericht: number }[]>`
    select distinct herinnering.id, herinnering.bericht_id as bericht
    from vergadering
    join herinnering on herinnering.vergadering_id = vergadering.id and herinnering.status = 'overgedragen'
      and herinnering.soort = any(${VRAGEND}::"HerinneringSoort"[]) and herinnering.bericht_id is not null
    join overleg_pijler on overleg_pijler.overleg_id = vergadering.overleg_id
    join thema on thema.pijler_id = overleg_pijler.pijler_id
    join actie on actie.thema_id = thema.id and actie.id = any(${[...acties]}::integer[])
    join trekker on trekker.actie_id = actie.id
    join persoon on persoon.id = herinnering.persoon_id
    where vergadering.begin > ${new Date(now.epochMilliseconds)} and vergadering.status = 'gepland'
      and (trekker.persoon_id = persoon.id or trekker.organisatie_id = persoon.organisatie_id
        or exists (select 1 from aanstelling where aanstelling.persoon_id = persoon.id
          and aanstelling.organisatie_id = trekker.organisatie_id))
    union
    select id, bericht_id from herinnering
    where soort = 'verwacht' and status = 'overgedragen' and bericht_id is not null
      and actie_id = any(${[...acties]}::integer[]) and gepland_op > ${openSince(now)}`;
}

/** The herinneringen of these persons that were handed over and ask for updates. */
async function askingOf(tx: Tx, personen: readonly number[] | undefined, now: Temporal.Instant) {
  const rows = await tx.herinnering.findMany({
    where: {
      ...(personen && { persoonId: { in: [...personen] } }),
      ...{ status: 'overgedragen', berichtId: { not: null } },
      OR: [
        {
          soort: { in: [...VRAGEND] },
          vergadering: isKomend(now),
        },
        { soort: 'verwacht', geplandOp: { gt: openSince(now) } },
      ],
    },
    select: { id: true, berichtId: true },
  });
  return rows.flatMap(({ id, berichtId }) => (berichtId === null ? [] : [{ id, bericht: berichtId }]));
}

/**
 * Takes those of these berichten that have arrived or are on their way, in order, and gives them. What still waits says
 * what is true when it goes, and may be withdrawn by who plans.
 */
export async function takeSent(tx: Tx, berichten: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select id from bericht where id = any(${[...berichten]}::integer[]) and (plek is not null or status = 'bezig')
    order by id for update`;
  return new Set(rows.map(({ id }) => id));
}

const termijnIn = (vergadering: StoredVergadering, vrij: readonly Dagen[]): Temporal.Instant =>
  termijnVan(aanloopVan(vergadering), vergadering.begin.toTemporalInstant(), vrij);

type Change = { id: number; bericht: number; stand: Stand; open: boolean };
/** What a message says is open, and what is done, the numbers of the acties; and until when it can be answered. */
type Stand = { open: number[]; klaar: number[]; termijn?: string };
type Row = { id: number; berichtId: number | null; inhoud: unknown };

function changeOf({ id, berichtId, inhoud }: Row, deel: Deel | undefined, termijn?: string): Change[] {
  if (!deel || berichtId === null) return [];
  const nummers = (acties: Deel['open']) => acties.map(({ nummer }) => nummer);
  const stand = { open: nummers(deel.open), klaar: nummers(deel.klaar), ...(termijn && { termijn }) };
  const before = (inhoud as { stand?: Stand } | null)?.stand;
  if (isDeepStrictEqual(before, stand)) return [];
  return [{ id, bericht: berichtId, stand, open: stand.open.length > 0 }];
}

/** Keeps what was told, and since when nothing is open any more. */
async function store(tx: Tx, changes: readonly Change[], now: Temporal.Instant): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRaw`
    update herinnering set inhoud = herinnering.inhoud || jsonb_build_object('stand', change.stand),
      beantwoord_op = case when change.open then null
        else coalesce(beantwoord_op, ${new Date(now.epochMilliseconds)}) end
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change(id integer, stand jsonb, open boolean)
    where herinnering.id = change.id`;
}
