import type { Tx } from '../db/database.ts';
import { type Match, matchesOf, type Tekst, type Term } from './gelijkenis.ts';
import { isGewoon, isStil } from './gewoon.ts';

import type { Synoniem } from './synoniem.ts';
import { numberOf } from './telwoord.ts';
import { contentWords, isTypo, plain, rootOf } from './woord.ts';

export function findSynoniemen(tx: Tx): Promise<Synoniem[]> {
  return tx.synoniem.findMany({
    select: { woord: true, betekenis: true },
    orderBy: [{ woord: 'asc' }, { id: 'asc' }],
  });
}

/** What to search for: each word that says something, with its synoniemen. A synoniem of several words counts as one. */
export function termsOf(text: string, synoniemen: readonly Synoniem[]): Term[] {
  const pairs = synoniemen.flatMap(({ woord, betekenis }) => {
    const [a, b] = [plain(woord), plain(betekenis)];
    return [
      { van: a, naar: b },
      { van: b, naar: a },
    ];
  });
  let rest = ` ${plain(text)} `;
  const terms: Term[] = [];
  const also = (woord: string) => pairs.filter(({ van }) => van === woord).map(({ naar }) => naar);
  const phrases = [...new Set(pairs.map(({ van }) => van))].filter((van) => van.includes(' '));
  for (const phrase of phrases.sort((a, b) => b.length - a.length)) {
    if (!rest.includes(` ${phrase} `)) continue;
    terms.push({ woord: phrase, ook: also(phrase) });
    rest = rest.replaceAll(` ${phrase} `, ' ');
  }
  const joints = jointsOf(rest);
  for (const woord of contentWords(rest)) {
    const exact = also(woord);
    const near =
      exact.length > 0 || woord.length < 6
        ? []
        : pairs.filter(({ van }) => isTypo(woord, van)).map(({ naar }) => naar);
    const root = rootOf(woord);
    const joined = joints.filter(({ parts }) => parts.includes(woord)).map(({ whole }) => whole);
    const whole = exact.length + near.length > 0;
    const number = numberOf(woord);
    const ook = [
      ...exact,
      ...near,
      ...joined.flatMap(also),
      ...(whole ? [] : apart(woord, pairs)),
      ...(number !== undefined && number > 9 ? [String(number)] : []),
    ];
    terms.push({ woord, ook: [...new Set(ook)], vormen: [...joined, root] });
  }
  return terms.filter(({ woord }) => woord.length > 1 || /\d/.test(woord)).slice(0, 40);
}

/** A word made of two that have synoniemen, said with those: "rijksgeld" is "landelijk" and "middelen", both. */
function apart(woord: string, pairs: readonly { van: string; naar: string }[]): string[] {
  const ways = (part: string) => [part, ...pairs.filter(({ van }) => van === part).map(({ naar }) => naar)];
  const known = (part: string) => part.length >= 4 && pairs.some(({ van }) => van === part);
  for (let at = 4; at <= woord.length - 4; at += 1) {
    const [begin, rest] = [woord.slice(0, at), woord.slice(at)];
    const end = [rest, rest.replace(/^s/, '')].find(known);
    if (end && known(begin))
      return ways(begin)
        .flatMap((a) => ways(end).map((b) => `${a} ${b}`))
        .slice(0, 30);
  }
  return [];
}

/** Words that may be one word, written apart: "stage plekken". */
function jointsOf(text: string): { whole: string; parts: string[] }[] {
  const words = plain(text).split(' ');
  return words.slice(1).flatMap((word, index) => {
    const parts = [words[index] ?? '', word];
    const fit =
      parts.every((part) => part.length >= 3) &&
      parts.join('').length >= 8 &&
      parts.some((part) => !isStil(part));
    return fit ? [{ whole: parts.join(''), parts }] : [];
  });
}

/**
 * The words of acties that may be the terms. The database finds the acties, by Dutch stem and by shared trigrams of the
 * titel; how alike the words are is for `likeness` to say. Then the doelgroep, thema and trekkers count too.
 */
export async function findMatches(tx: Tx, terms: readonly Term[]): Promise<{ matches: Match[]; of: number }> {
  const heavy = terms.filter(({ woord }) => !isGewoon(woord));
  const asked = (heavy.length > 0 ? heavy : terms).flatMap(({ woord, ook }) => [woord, ...ook]);
  const roots = heavy.flatMap(({ woord, vormen = [] }) =>
    vormen.filter((vorm) => vorm !== woord && vorm.length >= 5),
  );
  const of = await tx.actie.count();
  if (asked.length === 0) return { matches: [], of };
  const teksten = await findTeksten(
    tx,
    [...new Set([...asked, ...roots])].map((one) => one.slice(0, 60)),
  );
  const said = terms
    .flatMap(({ woord, ook, vormen = [] }) => [woord, ...ook, ...vormen])
    .flatMap((one) => one.split(' '));
  const words = [...said, ...teksten.flatMap(({ titel, rest }) => `${titel} ${rest}`.split(' '))];
  return { matches: matchesOf(terms, teksten, await stemsOf(tx, words)), of };
}

/**
 * `nodig`: how many bits of `trigrammen` a titel must share with a word to be alike enough. They are worked out once per
 * titel, when it is stored, and spare most titels the look at their text.
 */
async function findTeksten(tx: Tx, gezocht: readonly string[]): Promise<Tekst[]> {
  return tx.$queryRaw<Tekst[]>`
    with gevraagd as materialized (
      select gezocht, phraseto_tsquery('dutch', gezocht) as vraag, gezocht like '% %' as zin,
        trigrammen(gezocht) as trigrammen,
        ceil(${TRIGRAMMEN}::float8 * aantal) - (aantal - bit_count(trigrammen(gezocht))) as nodig
      from jsonb_array_elements_text(${JSON.stringify(gezocht)}::jsonb) as t(gezocht)
      cross join lateral (select cardinality(show_trgm(gezocht)) as aantal) as van
    ), kandidaat as materialized (
      select id, nummer, titel, doelgroep, bereik, financiering, thema_id from actie where exists (
        select from gevraagd where stammen @@ vraag
          or (not zin and bit_count(actie.trigrammen & gevraagd.trigrammen) >= nodig
            and word_similarity(gezocht, zoektekst(titel)) >= ${TRIGRAMMEN}::float8))
    )
    select kandidaat.id, kandidaat.nummer, zoektekst(titel) as titel,
      zoektekst(concat_ws(' ', doelgroep, thema.naam, bereik, financiering,
        (select string_agg(concat_ws(' ', trekker.aanduiding, organisatie.naam, organisatie.code), ' ')
         from trekker left join organisatie on organisatie.id = trekker.organisatie_id
         where trekker.actie_id = kandidaat.id))) as rest
    from kandidaat join thema on thema.id = thema_id`;
}

async function stemsOf(tx: Tx, words: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ woord: string; stam: string }[]>`
    select woord, (ts_lexize('dutch_stem', woord))[1] as stam
    from jsonb_array_elements_text(${JSON.stringify([...new Set(words)])}::jsonb) as t(woord)`;
  return new Map(rows.map(({ woord, stam }) => [woord, stam ?? woord]));
}

/** Shared trigrams from which a titel is looked at: low, because `likeness` decides. */
const TRIGRAMMEN = 0.3;
