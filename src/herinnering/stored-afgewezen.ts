import type { Input } from '../chat/card.ts';
import { post, revise } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { personenBij } from '../persoon/stored-werk.ts';
import type { Afwijzing } from './afgewezen-card.ts';

/** What tells the secretaris that an actie is not somebody's. */
export const AFGEWEZEN = 'afgewezen';

/** One of the things that such a message tells: ids. */
type Gezegd = { actie: number; persoon: number; door: number };

/** Tells these persons; what still waits for somebody tells this as well. */
export async function tellAfgewezen(
  tx: Tx,
  aan: readonly number[],
  gezegd: readonly Gezegd[],
  now: Temporal.Instant,
): Promise<void> {
  const alone: number[] = [];
  for (const persoonId of [...aan].sort((a, b) => a - b)) {
    const joined = await tx.$executeRaw`
      update bericht set inhoud = jsonb_set(inhoud, '{gezegd}', (inhoud -> 'gezegd') || ${JSON.stringify(gezegd)}::jsonb)
      where id = (
        select id from bericht where persoon_id = ${persoonId} and soort = 'afgewezen'
        and status = 'wacht' and pogingen = 0 and plek is null order by id limit 1)
      and status = 'wacht' and pogingen = 0`;
    if (joined === 0) alone.push(persoonId);
  }
  const inhoud: Input = { gezegd: [...gezegd] };
  await post(
    tx,
    alone.map((persoonId) => ({ persoonId, soort: AFGEWEZEN, inhoud })),
    now,
  );
}

/** What was told about this actie has changed. */
async function reviseAfgewezen(tx: Tx, actie: number, now: Temporal.Instant): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select id from bericht where soort = 'afgewezen' and inhoud @> ${JSON.stringify({ gezegd: [{ actie }] })}::jsonb
    and (plek is not null or status = 'bezig')`;
  await revise(
    tx,
    rows.map(({ id }) => id),
    now,
  );
}

/** What such a message tells, as it is now; each once. */
export async function afwijzingenIn(tx: Tx, inhoud: unknown): Promise<Afwijzing[]> {
  const { gezegd } = inhoud as { gezegd: Gezegd[] };
  const acties = await tx.actie.findMany({
    where: { id: { in: gezegd.map(({ actie }) => actie) } },
    include: { afgewezen: true, trekkers: { include: { persoon: true } } },
  });
  const ids = gezegd.flatMap(({ persoon, door }) => [persoon, door]);
  const personen = await tx.persoon.findMany({ where: { id: { in: ids } } });
  const seen = new Set<string>();
  return gezegd.flatMap(({ actie: actieId, persoon: persoonId, door: doorId }) => {
    const actie = acties.find(({ id }) => id === actieId);
    const persoon = personen.find(({ id }) => id === persoonId);
    const door = personen.find(({ id }) => id === doorId);
    if (!actie || !persoon || !door || seen.has(`${actieId} ${persoonId}`)) return [];
    seen.add(`${actieId} ${persoonId}`);
    const row = actie.afgewezen.find((one) => one.persoonId === persoonId);
    const named = actie.trekkers.flatMap((trekker) =>
      trekker.persoon && !trekker.persoon.vertrokkenOp ? trekker.persoon : [],
    );
    const others = named.filter(({ id }) => !actie.afgewezen.some((one) => one.persoonId === id));
    const contact = [...new Set(others.map(({ naam }) => naam))];
    return [{ actie, persoon, door, tekst: row?.tekst ?? '', geldt: row !== undefined, contact }];
  });
}

/** An actie is given to these persons by name: what they said of it before is over. */
export async function clearAfgewezen(
  tx: Tx,
  acties: readonly number[],
  personen: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.afgewezen.deleteMany({
    where: { actieId: { in: [...acties] }, persoonId: { in: [...personen] } },
  });
  for (const actie of acties) await reviseAfgewezen(tx, actie, now);
}

/** An actie is given to these organisaties: what anybody there said of it before is over. */
export async function clearAfgewezenBij(
  tx: Tx,
  actie: number,
  organisaties: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  if ((await tx.afgewezen.count({ where: { actieId: actie } })) === 0) return;
  const people = await personenBij(tx, organisaties);
  await clearAfgewezen(
    tx,
    [actie],
    people.map(({ id }) => id),
    now,
  );
}
