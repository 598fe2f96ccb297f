import { plain } from '../actie/woord.ts';
import type { Tx } from '../db/database.ts';
import { Refusal } from '../refusal.ts';

/** The names of all themas, by number. */
export async function findThemanamen(tx: Tx): Promise<ReadonlyMap<number, string>> {
  const themas = await tx.thema.findMany({ select: { nummer: true, naam: true } });
  return new Map(themas.map(({ nummer, naam }) => [nummer, naam]));
}

export type StoredThema = Awaited<ReturnType<typeof findThemas>>[number];

/** All themas with their pijler, and how many acties of the doe-agenda each has. */
export function findThemas(tx: Tx) {
  return tx.thema.findMany({
    include: { pijler: true, _count: { select: { acties: { where: { opgegaanIn: null } } } } },
    orderBy: { nummer: 'asc' },
  });
}

/** The thema with that number. Refuses an unknown one, and says which exist. */
export async function findThema(tx: Tx, nummer: number): Promise<StoredThema> {
  const themas = await findThemas(tx);
  const found = themas.find((thema) => thema.nummer === nummer);
  if (found) return found;
  const known = themas.map((thema) => thema.nummer).join(', ');
  throw new Refusal(`Thema ${nummer} bestaat niet. Kies uit: ${known}. Typ «thema's» om de namen te zien.`);
}

export const findPijlers = (tx: Tx) =>
  tx.pijler.findMany({
    include: { themas: { include: { _count: { select: { acties: { where: { opgegaanIn: null } } } } } } },
    orderBy: [{ nummer: 'asc' }, { id: 'asc' }],
  });

/** The pijler with that number or name. Refuses an unknown one, and says which exist. */
export async function findPijler(tx: Tx, words: string) {
  const pijlers = await findPijlers(tx);
  const asked = plain(words);
  const found = pijlers.find(({ nummer, naam }) => String(nummer) === asked || plain(naam) === asked);
  if (found) return found;
  const known = pijlers.map(({ nummer, naam }) => `${nummer}. ${naam}`).join('; ');
  throw new Refusal(`Ik ken geen pijler «${words.slice(0, 80)}». Kies uit: ${known}.`);
}

/** A name as it is kept: without «naar» before it and the quotes around it; a name may begin with «Naar» itself. */
export const naamVan = (typed: string): string =>
  typed
    .trim()
    .replace(/^(?:naar|in|tot) /, '')
    .replace(/\s+/g, ' ')
    .replace(/^[«"'‘“](.*)[»"'’”]$/, '$1')
    .trim();

const MAX_NAAM = 120;

/** What is wrong with a name; `others`: names it may not be taken for. */
export function wrongNaam(naam: string, others: readonly string[]): string | undefined {
  if (plain(naam) === '') return 'Vul een naam in.';
  if (naam.length > MAX_NAAM) return `Hoogstens ${MAX_NAAM} tekens. Dit zijn er ${naam.length}.`;
  const same = others.find((other) => plain(other) === plain(naam));
  return same ? `«${same}» bestaat al. Kies een andere naam.` : undefined;
}

/** Takes a thema for the rest of the transaction: nobody else changes it, or puts an actie under it. */
export async function takeThema(tx: Tx, nummer: number): Promise<StoredThema> {
  const known = nummer <= 2_147_483_647 ? nummer : 0;
  await tx.$queryRaw`select id from thema where nummer = ${known} for update`;
  return findThema(tx, nummer);
}

/** The overleggen that still meet and are about a pijler, by code. */
export async function overleggenOver(tx: Tx, pijlerId: number): Promise<string[]> {
  const rows = await tx.overleg.findMany({
    where: { opvolgerId: null, pijlers: { some: { pijlerId } } },
    orderBy: { code: 'asc' },
  });
  return rows.map(({ code }) => code);
}
