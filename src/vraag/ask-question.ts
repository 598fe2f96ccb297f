import { z } from 'zod';
import { readFilters } from '../actie/filter.ts';
import { list } from '../actie/list-acties.ts';
import { type Ranked, verdict } from '../actie/ranking.ts';
import { choose, findByWords, search, showFound } from '../actie/search-acties.ts';
import { show } from '../actie/show-actie.ts';
import { findVocabulary } from '../actie/stored-filter.ts';
import { suggestMelding } from '../actie/suggest-melding.ts';
import type { Card } from '../chat/card.ts';
import { type AnyCommand, type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { type OverlegNaam, readVraag } from './vraag.ts';
import { changeCard, unreadableCard } from './vraag-card.ts';
import { clausesOf } from './zin.ts';

/** A longer text is no question; what stands behind this is not read, as in the phrase below. */
const MAX_VRAAG = 500;

/**
 * Whatever was typed that no phrase of `others` fits: a question in plain words. It only asks commands that change
 * nothing, so that no question becomes an update.
 */
export const askQuestion = (others: readonly AnyCommand[]) =>
  command({
    name: 'vraag',
    input: z.object({ vraag: z.string().trim().min(1) }),
    phrases: [/^(?<vraag>.{1,500})/su],
    run: async ({ vraag }, asked) =>
      (vraag.length < MAX_VRAAG ? await suggestMelding(vraag, asked) : undefined) ??
      answer(vraag.slice(0, MAX_VRAAG), others, asked),
  });

async function answer(vraag: string, others: readonly AnyCommand[], asked: Asked): Promise<Card | Form> {
  const meant = readVraag(vraag, await findOverlegNamen(asked));
  switch (meant.soort) {
    case 'actie':
      return show(meant.nummer, asked);
    case 'wijzigen':
      return changeCard(meant.nummer);
    case 'commando': {
      const asks = others.find(({ name, changes }) => name === meant.command && !changes);
      const ready = asks?.parse(meant.input);
      return ready ? ready.run(asked) : unreadableCard(vraag);
    }
    case 'lijst':
      return listAbout(meant.woorden, asked);
    case 'onderwerp':
      return tellAbout(meant.woorden, asked);
    case 'zoek':
      return findOut(meant, vraag, asked);
  }
}

const findOverlegNamen = ({ tx }: Asked): Promise<OverlegNaam[]> =>
  tx.overleg.findMany({ select: { code: true, naam: true }, orderBy: { id: 'asc' } });

/** A list, unless nothing narrows it but words that no actie has all of: then what comes nearest. */
async function listAbout(woorden: string, asked: Asked): Promise<Card> {
  const words = await findVocabulary(asked.tx);
  const { filters, rest, onbegrepen } = readFilters(woorden, words);
  if (filters.length > 0) return list(woorden, 1, asked, words);
  if (rest === '') return onbegrepen.length > 0 ? search(woorden, asked) : list(woorden, 1, asked, words);
  const { ranked } = await findByWords(asked.tx, rest);
  return ranked.some(({ alles }) => alles) ? list(woorden, 1, asked, words) : search(rest, asked);
}

/** Only words that narrow the list mean the list; others are searched for. */
async function findOut(
  { woorden, streng }: { woorden: string; streng: boolean },
  vraag: string,
  asked: Asked,
): Promise<Card> {
  const words = await findVocabulary(asked.tx);
  const { filters, rest, onbegrepen } = readFilters(woorden, words);
  const clauses = clausesOf(vraag);
  const narrowed = rest === '' && filters.length > 0;
  if (rest === '' && !narrowed && clauses.length === 0) return unreadableCard(vraag);
  if (narrowed && streng) return unreadableCard(vraag);
  // Two filters are no accident; of what is left over the list itself says that it is not understood.
  if (narrowed && (onbegrepen.length === 0 || filters.length > 1)) return list(woorden, 1, asked, words);
  // What an actie lacks is in no titel: whoever says that asks for those that lack it.
  if (rest !== '' && filters.some(({ soort }) => soort.startsWith('zonder')))
    return list(woorden, 1, asked, words);
  const winners = await clearWinners(woorden, streng ? [] : clauses, asked);
  const [only] = winners;
  if (streng && (!only || only.bewijs < 2)) return unreadableCard(vraag);
  if (only && winners.length === 1) return showFound(only, asked);
  if (only) return choose(woorden, winners, asked);
  if (narrowed) return list(woorden, 1, asked, words);
  return search(rest === '' ? vraag : woorden, asked);
}

/**
 * The acties that the words mean beyond doubt, or a part of a long text on its own. Two parts that mean different
 * acties are a choice, not an answer: the last sentence may ask about what the first one named.
 */
async function clearWinners(woorden: string, clauses: readonly string[], { tx }: Asked): Promise<Ranked[]> {
  const winners = new Map<number, Ranked>();
  for (const text of [woorden, ...clauses]) {
    const { ranked } = await findByWords(tx, text);
    const found = verdict(ranked);
    if (found.kind === 'one') winners.set(found.best.id, found.best);
  }
  return [...winners.values()];
}

/** What there is about something: a list, unless it is one actie or nothing has all the words. */
async function tellAbout(woorden: string, asked: Asked): Promise<Card> {
  const words = await findVocabulary(asked.tx);
  const { filters, rest, onbegrepen } = readFilters(woorden, words);
  if (filters.length > 0 && rest !== '') {
    // "Wat doen we aan X bij het UWV" may name one actie with all its words.
    const found = verdict((await findByWords(asked.tx, woorden)).ranked);
    if (found.kind === 'one') return showFound(found.best, asked);
  }
  if (filters.length > 0 || (rest === '' && onbegrepen.length === 0)) return list(woorden, 1, asked, words);
  const hits = (await findByWords(asked.tx, rest)).ranked.filter(({ alles }) => alles);
  return hits.length > 1 ? list(woorden, 1, asked, words) : search(rest === '' ? woorden : rest, asked);
}
