import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { searchCard } from './search-card.ts';
import { show } from './show-actie.ts';
import { actiesById } from './stored-actie.ts';

/** How many choices "Bedoel je …" offers. */
const CHOICES = 4;

export const searchActies = command({
  name: 'actie.zoek',
  input: z.object({ woorden: z.string().trim().min(1).max(500) }),
  phrases: [/^(?:actie|zoek|zoeken)(?: naar)? (?<woorden>(?!\d+\b).+)$/is],
  run: ({ woorden }, asked) => search(woorden, asked),
});

async function search(woorden: string, asked: Asked): Promise<Card> {
  const { hits, nearest } = await findByWords(asked.tx, woorden);
  const [first] = hits;
  if (first && hits.length === 1) return show(first.nummer, asked);
  const acties = await actiesById(
    asked.tx,
    (hits.length > 0 ? hits : nearest).slice(0, CHOICES).map(({ id }) => id),
  );
  return searchCard({ woorden, acties, found: hits.length, now: asked.now });
}

type Hit = { id: number; nummer: number };

/**
 * Acties whose titel has all the words: by Dutch stem without accents, else with a typo or two in a word.
 * `nearest` is what comes closest when nothing does.
 */
export async function findByWords(tx: Tx, woorden: string): Promise<{ hits: Hit[]; nearest: Hit[] }> {
  const exact = await tx.$queryRaw<Hit[]>`
    select id, nummer from actie, websearch_to_tsquery('dutch', zoektekst(${woorden})) as vraag
    where to_tsvector('dutch', zoektekst(titel)) @@ vraag and numnode(vraag) > 0
    order by ts_rank(to_tsvector('dutch', zoektekst(titel)), vraag) desc, nummer`;
  if (exact.length > 0) return { hits: exact, nearest: [] };
  const near = await tx.$queryRaw<(Hit & { worst: number; mean: number })[]>`
    select id, nummer, min(gelijk)::float8 as worst, avg(gelijk)::float8 as mean
    from actie
    cross join unnest(tsvector_to_array(to_tsvector('simple', left(zoektekst(${woorden}), 200)))) as woord
    cross join lateral (select strict_word_similarity(woord, zoektekst(titel)) as gelijk) as maat
    where not woord = any (${STOPWOORDEN})
    group by id, nummer order by mean desc, nummer limit 200`;
  const hits = near.filter(({ worst }) => worst >= TYPO);
  return { hits, nearest: near.filter(({ mean }) => mean >= RELATED) };
}

/** Shared trigrams from which a word is the same one misspelt, and from which it is worth offering. */
const TYPO = 0.4;
const RELATED = 0.05;

const STOPWOORDEN = 'de het een en of van voor in op met naar bij om te aan uit door over actie'.split(' ');
