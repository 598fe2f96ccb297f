import type { StoredActie } from '../actie/stored-actie.ts';
import { post, revise } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { volgersOf } from './stored-abonnement.ts';
import { firstOf } from './stored-nieuws.ts';

/** What is told to who follows an actie: one of these for each change. */
export const VOLGBERICHT = 'volgbericht';
/** What begins the thread of an actie in a kanaal: how the actie stands. */
export const DRAAD = 'draad';

type Change = {
  actie: StoredActie;
  /** The update that tells it. */
  update: number;
  /** The persons whose own change it is: they are not told. */
  door: readonly number[];
  now: Temporal.Instant;
};

/**
 * Tells who follow the actie, in the transaction of the change. Whoever was told of the report that this one puts right
 * finds that message edited; all others hear of it as new.
 */
export async function tellVolgers(tx: Tx, { actie, update, door, now }: Change): Promise<void> {
  const first = await firstOf(tx, update);
  const told = await reviseTold(tx, first, now);
  const volgers = await volgersOf(tx, actie);
  const personen = volgers.personen.filter((id) => !door.includes(id) && !told.personen.has(id));
  await tellPersonen(tx, personen, first, now);
  for (const kanaalId of volgers.kanalen.filter((id) => !told.kanalen.has(id)).sort((a, b) => a - b)) {
    const draadId = await keepDraad(tx, kanaalId, actie.id, now);
    await post(tx, [{ kanaalId, draadId, soort: VOLGBERICHT, inhoud: { updates: [first] } }], now);
  }
}

/** An update is withdrawn: what was said of it is edited, what was not said yet is not said. */
export async function tellWithdrawn(tx: Tx, update: number, now: Temporal.Instant): Promise<void> {
  await reviseTold(tx, await firstOf(tx, update), now);
}

async function reviseTold(tx: Tx, first: number, now: Temporal.Instant) {
  const told = await tx.$queryRaw<
    { id: number; persoon_id: number | null; kanaal_id: number | null; draad_id: number | null }[]
  >`
    select id, persoon_id, kanaal_id, draad_id from bericht
    where soort = 'volgbericht' and inhoud @> ${JSON.stringify({ updates: [first] })}::jsonb`;
  await revise(
    tx,
    told.flatMap(({ id, draad_id }) => (draad_id === null ? [id] : [draad_id, id])),
    now,
  );
  return {
    personen: new Set(told.flatMap(({ persoon_id }) => persoon_id ?? [])),
    kanalen: new Set(told.flatMap(({ kanaal_id }) => kanaal_id ?? [])),
  };
}

/** What still waits for somebody tells this as well; who has nothing waiting gets a message of its own. */
async function tellPersonen(tx: Tx, personen: readonly number[], first: number, now: Temporal.Instant) {
  const alone: number[] = [];
  for (const persoonId of [...personen].sort((a, b) => a - b)) {
    // Not one that was tried before: it may have arrived.
    const joined = await tx.$executeRaw`
      update bericht set inhoud = jsonb_set(inhoud, '{updates}', (inhoud -> 'updates') || to_jsonb(${first}::integer))
      where id = (
        select id from bericht where persoon_id = ${persoonId} and soort = 'volgbericht'
        and status = 'wacht' and pogingen = 0 and plek is null order by id limit 1)
      and status = 'wacht' and pogingen = 0`;
    if (joined === 0) alone.push(persoonId);
  }
  const inhoud = { updates: [first] };
  await post(
    tx,
    alone.map((persoonId) => ({ persoonId, soort: VOLGBERICHT, inhoud })),
    now,
  );
}

/** The thread of an actie in a kanaal: the one that is there, which is to show the actie as it is now, or a new one. */
async function keepDraad(tx: Tx, kanaalId: number, actieId: number, now: Temporal.Instant): Promise<number> {
  const at = new Date(now.epochMilliseconds);
  await tx.$executeRaw`
    insert into bericht (kanaal_id, soort, inhoud, gemaakt_op, volgende_op)
    values (${kanaalId}, 'draad', ${JSON.stringify({ actie: actieId })}::jsonb, ${at}, ${at})
    on conflict (regio_id, kanaal_id, ((inhoud ->> 'actie')::integer)) where soort = 'draad' do nothing`;
  const draad = await tx.bericht.findFirstOrThrow({
    where: { kanaalId, soort: DRAAD, inhoud: { path: ['actie'], equals: actieId } },
    select: { id: true },
  });
  await revise(tx, [draad.id], now);
  return draad.id;
}
