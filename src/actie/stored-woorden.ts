import type { Tx } from '../db/database.ts';
import type { Match, Term } from './ranking.ts';
import type { Synoniem } from './synoniem.ts';
import { contentWords, isTypo, plain } from './woord.ts';

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
  for (const woord of contentWords(rest)) {
    const exact = also(woord);
    const near =
      exact.length > 0 || woord.length < 6
        ? []
        : pairs.filter(({ van }) => isTypo(woord, van)).map(({ naar }) => naar);
    terms.push({ woord, ook: [...new Set([...exact, ...near])] });
  }
  return terms.filter(({ woord }) => woord.length > 1 || /\d/.test(woord)).slice(0, 40);
}

/**
 * The words of acties that may be the terms. The database finds: by Dutch stem, as a part of a word, and by shared trigrams; how
 * alike they are is for `likeness` to say. An actie is found by its titel; then its doelgroep, thema and trekkers count too.
 * `nodig`: how many bits of `trigrammen` a titel must share to be alike enough, or to have the word in it; that is worked
 * out once per titel, when it is stored, and spares most titels the look at their text.
 */
export async function findMatches(tx: Tx, terms: readonly Term[]): Promise<{ matches: Match[]; of: number }> {
  const asked = terms.flatMap(({ woord, ook }, term) =>
    [woord, ...ook].map((gezocht) => ({ term, gezocht: gezocht.slice(0, 60) })),
  );
  const of = await tx.actie.count();
  if (asked.length === 0) return { matches: [], of };
  const matches = await tx.$queryRaw<Match[]>`
    with gevraagd as materialized (
      select term, gezocht, phraseto_tsquery('dutch', gezocht) as vraag, gezocht like '% %' as zin,
        (ts_lexize('dutch_stem', gezocht))[1] as stam, trigrammen(gezocht) as trigrammen,
        least(ceil(${TRIGRAMMEN}::float8 * aantal), case when length(gezocht) >= 5 then aantal - 3 end)
          - (aantal - bit_count(trigrammen(gezocht))) as nodig
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as t(term int, gezocht text)
      cross join lateral (select cardinality(show_trgm(gezocht)) as aantal) as van
    ), kandidaat as materialized (
      select id, nummer, titel, doelgroep, bereik, financiering, thema_id from actie where exists (
        select from gevraagd where stammen @@ vraag
          or (not zin and bit_count(actie.trigrammen & gevraagd.trigrammen) >= nodig
            and (strict_word_similarity(gezocht, zoektekst(titel)) >= ${TRIGRAMMEN}::float8
              or (length(gezocht) >= 5 and zoektekst(titel) like '%' || gezocht || '%'))))
    ), tekst as materialized (
      select kandidaat.id, kandidaat.nummer, zoektekst(titel) as titel,
        zoektekst(concat_ws(' ', doelgroep, thema.naam, bereik, financiering,
          (select string_agg(concat_ws(' ', trekker.aanduiding, organisatie.naam, organisatie.code), ' ')
           from trekker left join organisatie on organisatie.id = trekker.organisatie_id
           where trekker.actie_id = kandidaat.id))) as rest
      from kandidaat join thema on thema.id = thema_id
    ), woorden as materialized (
      select id, nummer, woord, bool_or(van_titel) as van_titel from (
        select id, nummer, unnest(string_to_array(titel, ' ')) as woord, true as van_titel from tekst
        union all
        select id, nummer, unnest(string_to_array(rest, ' ')), false from tekst
      ) as alle group by id, nummer, woord
    ), gestamd as materialized (
      select woord, (ts_lexize('dutch_stem', woord))[1] as woordstam
      from (select distinct woord from woorden where length(woord) > 1 or woord between '0' and '9') as w
    ), paar as materialized (
      select term, gezocht, woord, stam = woordstam as stam from gevraagd cross join gestamd
      where not zin and (stam = woordstam or woord = gezocht
        or (length(gezocht) >= 4 and woord like '%' || gezocht || '%')
        or (length(woord) >= 4 and gezocht like '%' || woord || '%')
        or similarity(woord, gezocht) >= 0.25)
    )
    select term, gezocht, id, nummer, woord, coalesce(stam, false) as stam, van_titel as titel
    from paar join woorden using (woord)
    union all
    select term, gezocht, id, nummer, gezocht, true, to_tsvector('dutch', titel) @@ vraag
    from gevraagd join tekst on zin and to_tsvector('dutch', titel || ' ' || rest) @@ vraag`;
  return { matches, of };
}

/** The part of its trigrams that a word must share with a titel to be looked at: low, because `likeness` decides. */
const TRIGRAMMEN = 0.3;
