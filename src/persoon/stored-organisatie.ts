import type { Tx } from '../db/database.ts';
import { Refusal } from '../refusal.ts';

/** By code, name or the abbreviation in the name, without accents or «gemeente»; undefined: none of them. */
export async function lookUpOrganisatie(tx: Tx, words: string) {
  const [found] = await tx.$queryRaw<{ id: number; code: string; naam: string }[]>`
    select id, code, naam from organisatie
    where zoektekst(${words}::text) in (zoektekst(code), zoektekst(naam),
      zoektekst(regexp_replace(naam, '^gemeente |\\(.*\\)', '', 'g')), zoektekst(substring(naam from '\\((.*)\\)')))
    order by id limit 1`;
  return found;
}

/** As `lookUpOrganisatie`; refuses an unknown one, and says which there are. */
export async function findOrganisatie(tx: Tx, words: string) {
  const found = await lookUpOrganisatie(tx, words);
  if (found) return found;
  const codes = (await organisaties(tx)).slice(0, 40).map(({ code }) => code);
  throw new Refusal(`Ik ken geen organisatie «${words.slice(0, 80)}». Kies uit: ${codes.join(', ')}.`);
}

/** All of the regio, by name. */
export const organisaties = (tx: Tx) =>
  tx.organisatie.findMany({
    select: { id: true, code: true, naam: true },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
  });
