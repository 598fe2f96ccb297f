import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { dagText, toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { bereikbaarAls, type Rol } from './persoon.ts';
import { type Recht, rollenMet } from './rechten.ts';

/** A persoon with all the places where they work. */
export const withPlaatsen = {
  organisatie: true,
  aanstellingen: { include: { organisatie: true }, orderBy: { organisatieId: 'asc' } },
} as const;

/** Who has not left. */
export const AANWEZIG = { vertrokkenOp: null } as const;

export type StoredPersoon = NonNullable<Awaited<ReturnType<typeof lookUp>>>;

const lookUp = (tx: Tx, id: number) => tx.persoon.findFirst({ where: { id }, include: withPlaatsen });

/** Who has been secretaris longest. */
export const eersteSecretaris = (tx: Tx) =>
  tx.persoon.findFirst({ where: { rol: 'secretaris', ...AANWEZIG }, orderBy: { id: 'asc' } });

/** Present or not. */
export async function persoonById(tx: Tx, id: number): Promise<StoredPersoon> {
  const persoon = await lookUp(tx, id);
  if (!persoon) throw new Refusal('Deze persoon bestaat niet. Typ «personen» voor de lijst.');
  return persoon;
}

/** As `persoonById`, and takes the row for the rest of the transaction, so that two do not change it at once. */
export async function takePersoon(tx: Tx, id: number): Promise<StoredPersoon> {
  await tx.$queryRaw`select id from persoon where id = ${id} for no key update`;
  return persoonById(tx, id);
}

/** How many are named where words fit more than one. */
const NAMED = 6;

/** By e-mail address or by (a part of) the name. Refuses none and several; who has left too, unless `ookVertrokken`. */
export async function findPersoon(tx: Tx, wie: string, ookVertrokken = false): Promise<StoredPersoon> {
  const words = wie.trim();
  const hits = await lookUpPersonen(tx, words);
  const here = hits.filter((hit) => hit.vertrokken_op === null);
  const among = here.length > 0 ? here : ookVertrokken ? hits : [];
  const exact = among.filter(({ precies }) => precies);
  const meant = exact.length > 0 ? exact : among;
  const [only] = meant;
  if (only && meant.length === 1) return persoonById(tx, only.id);
  if (only) throw await several(tx, words, meant);
  const [gone] = hits;
  if (gone) throw vertrokken(await persoonById(tx, gone.id));
  throw new Refusal(`Ik ken niemand met de naam «${words.slice(0, 80)}». Typ «personen» voor de lijst.`);
}

/** Everyone that the words can mean, who has left too. */
export function lookUpPersonen(tx: Tx, words: string) {
  return tx.$queryRaw<{ id: number; precies: boolean; vertrokken_op: Date | null }[]>`
    select id, vertrokken_op, email = lower(${words}::text) or zoektekst(naam) = zoektekst(${words}::text) as precies
    from persoon
    where email = lower(${words}::text) or (zoektekst(${words}::text) <> ''
      and (' ' || zoektekst(naam) || ' ') like '% ' || zoektekst(${words}::text) || ' %')
    order by precies desc, naam, id limit 50`;
}

async function several(tx: Tx, words: string, hits: readonly { id: number }[]): Promise<Refusal> {
  const ids = hits.slice(0, NAMED).map(({ id }) => id);
  const found = await tx.persoon.findMany({ where: { id: { in: ids } }, orderBy: { naam: 'asc' } });
  const rest = hits.length > NAMED ? `; en nog ${hits.length - NAMED}` : '';
  return new Refusal(
    `Er is meer dan één persoon met «${words}»: ${found.map(bereikbaarAls).join('; ')}${rest}. Gebruik het e-mailadres.`,
  );
}

/** Nothing can be given to who has left, nor changed about them. */
function vertrokken({ naam, email, vertrokkenOp }: StoredPersoon): Refusal {
  const since = vertrokkenOp
    ? ` sinds ${dagText(toLocal(vertrokkenOp.toTemporalInstant()).toPlainDate())}`
    : '';
  return new Refusal(`${naam} is vertrokken${since}. Typ «persoon ${email}» om ${naam} terug te halen.`);
}

/** Refuses who has left. */
export function requireAanwezig(persoon: StoredPersoon): void {
  if (persoon.vertrokkenOp) throw vertrokken(persoon);
}

/** "de secretaris, Anna (anna@haarlem.example)": who may, one of each rol; those who run the agenda first. */
export async function wieMag(tx: Tx, recht: Recht): Promise<string> {
  const rollen = rollenMet(recht).filter((rol) => REGIO_ROLLEN.includes(rol));
  const found = [];
  for (const rol of rollen) {
    const persoon = await tx.persoon.findFirst({ where: { rol, ...AANWEZIG }, orderBy: { id: 'asc' } });
    if (persoon) found.push(`de ${rol}, ${bereikbaarAls(persoon)}`);
  }
  return found.join(', of ') || 'de secretaris';
}

const REGIO_ROLLEN: Rol[] = ['secretaris', 'beheerder'];

/** Refuses who may not, and names who can. `what`: "een vergadering plannen". */
export async function requireRecht({ tx, asker }: Asked, recht: Recht, what: string): Promise<void> {
  if (rollenMet(recht).includes(asker.rol)) return;
  const who = await wieMag(tx, recht);
  throw new Refusal(`Alleen ${who}${who.endsWith(')') ? ',' : ''} kan ${what}. Neem daar contact mee op.`);
}

/** Everyone who can be the one whose work it is to report on an actie; `carries` says of which. */
export function askable(tx: Tx) {
  const rol = { in: rollenMet('gevraagd worden') };
  const somewhere = [{ rol }, { aanstellingen: { some: { rol } } }, { trekkers: { some: {} } }];
  return tx.persoon.findMany({
    where: { ...AANWEZIG, OR: somewhere },
    include: { aanstellingen: true },
    orderBy: { id: 'asc' },
  });
}
