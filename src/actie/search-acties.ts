import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import type { Term } from './gelijkenis.ts';
import { isObvious, type Ranked, rank, verdict } from './ranking.ts';
import { searchCard } from './search-card.ts';
import { show } from './show-actie.ts';
import { actiesById, type StoredActie } from './stored-actie.ts';
import { findMatches, findSynoniemen, termsOf } from './stored-woorden.ts';
import type { Synoniem } from './synoniem.ts';

export const searchActies = command({
  name: 'actie.zoek',
  input: z.object({ woorden: z.string().trim().min(1).max(500) }),
  phrases: [/^(?:zoek|zoeken)(?: naar)? (?<woorden>(?!\d+\b).{1,500})$/is],
  run: ({ woorden }, asked) => search(woorden, asked),
});

/** The actie that the words mean, or the ones they may mean to choose from, or honestly none. */
export async function search(woorden: string, asked: Asked): Promise<Card> {
  const { terms, ranked } = await findByWords(asked.tx, woorden);
  const found = verdict(ranked);
  if (found.kind === 'one') return showFound(found.best, asked);
  const offered = found.kind === 'doubt' ? found.choices : found.nearest;
  const count = ranked.filter(({ alles }) => alles).length;
  const acties = await inOrder(asked.tx, offered);
  return searchCard({ woorden, terms, acties, doubt: found.kind === 'doubt', count, now: asked.now });
}

/** The actie that words mean, and where that is not plain to see, by which of them it was found. */
export async function showFound(found: Ranked, asked: Asked): Promise<Card> {
  const card = await show(found.nummer, asked);
  if (isObvious(found)) return card;
  const text = `Zo begreep ik je vraag: de actie met «${found.gevonden.join(' ').slice(0, 80)}».`;
  return { ...card, elements: [...card.elements, { kind: 'note', text }] };
}

/** Parts of one text mean different acties: which is meant. */
export async function choose(woorden: string, offered: readonly Ranked[], { tx, now }: Asked): Promise<Card> {
  const acties = await inOrder(tx, offered.slice(0, 5));
  return searchCard({ woorden, terms: [], acties, doubt: true, count: acties.length, now });
}

async function inOrder(tx: Tx, offered: readonly Ranked[]): Promise<StoredActie[]> {
  const acties = await actiesById(
    tx,
    offered.map(({ id }) => id),
  );
  const order = new Map(offered.map(({ id }, index) => [id, index]));
  return acties.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** The acties that have some of the words, best first. `synoniemen`: those of the regio, where they are read already. */
export async function findByWords(
  tx: Tx,
  woorden: string,
  synoniemen?: readonly Synoniem[],
): Promise<{ terms: Term[]; ranked: Ranked[] }> {
  const terms = termsOf(woorden, synoniemen ?? (await findSynoniemen(tx)));
  const { matches, of } = await findMatches(tx, terms);
  return { terms, ranked: rank(terms, matches, of) };
}
