import { refuseMerged } from '../actie/actie.ts';
import { findActie, type StoredActie } from '../actie/stored-actie.ts';
import { trekkersIn } from '../actie/stored-trekkers.ts';
import type { NieuweTrekker } from '../actie/trekker.ts';
import type { Tx } from '../db/database.ts';
import { clearAfgewezenBij } from '../herinnering/stored-afgewezen.ts';
import { Refusal } from '../refusal.ts';
import type { Deel, Velden } from './velden.ts';

/** What the doe-agenda says about this actie now. */
export function veldenOf({ titel, thema, trekkers, doelgroep, bereik, financiering }: StoredActie): Velden {
  const namen = [...new Set(trekkers.map(({ aanduiding }) => aanduiding))];
  return { titel, thema: thema.nummer, trekkers: namen, doelgroep, bereik, financiering };
}

/**
 * Acties to change, by number: nobody else changes them or reports on them until the transaction ends. Refuses a
 * number that does not exist, and an actie that went up in another one.
 */
export async function takeActies(tx: Tx, nummers: readonly number[]): Promise<StoredActie[]> {
  const known = nummers.filter((nummer) => nummer <= MAX_NUMMER);
  await tx.$queryRaw`select id from actie where nummer = any(${known}::integer[]) order by nummer for update`;
  const acties: StoredActie[] = [];
  for (const nummer of nummers) acties.push(await findActie(tx, nummer));
  acties.forEach(refuseMerged);
  return acties;
}

/** The largest number that the database takes. */
const MAX_NUMMER = 2_147_483_647;

/** As `takeActies`, of one. */
export async function takeOne(tx: Tx, nummer: number): Promise<StoredActie> {
  const [actie] = await takeActies(tx, [nummer]);
  return actie ?? findActie(tx, nummer);
}

/** Writes what changes of an actie that was taken. Who carried it and still does is left as it was. */
export async function writeVelden(
  tx: Tx,
  actie: StoredActie,
  naar: Deel,
  now: Temporal.Instant,
): Promise<void> {
  const { titel, doelgroep, bereik, financiering } = naar;
  const themaId = naar.thema === undefined ? undefined : await takeThemaId(tx, naar.thema);
  const texts = Object.entries({ titel, doelgroep, bereik, financiering, themaId });
  const changed = Object.fromEntries(texts.filter(([, value]) => value !== undefined));
  if (Object.keys(changed).length > 0) await tx.actie.updateMany({ where: { id: actie.id }, data: changed });
  if (naar.trekkers) await writeTrekkers(tx, actie, naar.trekkers, now);
}

async function writeTrekkers(
  tx: Tx,
  { id, trekkers }: StoredActie,
  namen: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const before = new Set(trekkers.map(({ aanduiding }) => aanduiding));
  await tx.trekker.deleteMany({ where: { actieId: id, aanduiding: { notIn: [...namen] } } });
  const rows = await trekkerRows(
    tx,
    namen.filter((naam) => !before.has(naam)),
  );
  await tx.trekker.createMany({ data: rows.map((row) => ({ actieId: id, ...row })) });
  const erbij = rows.flatMap(({ organisatieId }) => organisatieId ?? []);
  await clearAfgewezenBij(tx, id, erbij, now);
}

/** The rows that names of trekkers mean. Refuses one that has become unknown since it was proposed. */
export async function trekkerRows(tx: Tx, namen: readonly string[]): Promise<NieuweTrekker[]> {
  const { trekkers, onbekend } = await trekkersIn(tx, namen.join('|'));
  const [first] = onbekend;
  if (!first) return trekkers;
  throw new Refusal(`Ik ken de trekker «${first.woord}» niet meer. Er is niets opgeslagen: begin opnieuw.`);
}

/** The id of a thema that stays until the transaction ends. Refuses one that is gone. */
export async function takeThemaId(tx: Tx, nummer: number): Promise<number> {
  const [thema] = await tx.$queryRaw<{ id: number }[]>`
    select id from thema where nummer = ${nummer} for key share`;
  if (thema) return thema.id;
  throw new Refusal(`Thema ${nummer} bestaat niet. Typ «thema's» om ze te zien.`);
}
