import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { actiesCard, notFoundCard, partlyCard } from './acties-card.ts';
import { readFilters } from './filter.ts';
import type { Said, Vocabulary } from './lezing.ts';
import { actiesById, ON_AGENDA, type Where } from './stored-actie.ts';
import { type Condition, conditionOf, findVocabulary } from './stored-filter.ts';

/** How many acties a page has: a phone's screen or two. */
const PAGE = 8;

export const listActies = command({
  name: 'acties',
  input: z.object({
    filter: z.string().trim().max(500).default(''),
    pagina: z.coerce.number().int().positive().default(1),
  }),
  phrases: [
    /^(?:alle )?acties(?: pagina (?<pagina>\d+)| (?<filter>.{1,500}?)(?: pagina (?<pagina>\d+))?)?[?.!]*$/is,
  ],
  inPlace: true,
  run: ({ filter, pagina }, asked) => list(filter, pagina, asked),
});

/**
 * A page of the acties that a text means, with how it was understood; only an offer while a part of it was not. `known`: the words of
 * the regio, for who has them already.
 */
export async function list(filter: string, asked: number, context: Asked, known?: Vocabulary): Promise<Card> {
  const { tx, now } = context;
  const words = known ?? (await findVocabulary(tx));
  const { filters, rest, anders, onbegrepen, begrepen } = readFilters(filter, words);
  const wanted: Said[] = rest === '' ? filters : [...filters, { soort: 'woorden', woorden: rest }];
  const conditions: (Condition & { soort: string })[] = [];
  for (const one of wanted)
    conditions.push({ ...(await conditionOf(one, words, context)), soort: one.niet ? '' : one.soort });
  const notFound = conditions.flatMap((one) => one.notFound ?? []);
  const meaning = meaningOf(conditions);
  if (notFound.length > 0) return notFoundCard(notFound.join(' '), meaning, now);
  const named = conditions.some(({ soort }) => soort === 'nummers');
  const where = { AND: together(conditions), ...(named ? {} : ON_AGENDA) };
  if (onbegrepen.length > 0)
    return partlyCard({ onbegrepen, begrepen, meaning, count: await tx.actie.count({ where }) });
  const ids = await tx.actie.findMany({ where, select: { id: true }, orderBy: { nummer: 'asc' } });
  const pages = Math.max(1, Math.ceil(ids.length / PAGE));
  const pagina = Math.min(asked, pages);
  const shown = ids.slice((pagina - 1) * PAGE, pagina * PAGE).map(({ id }) => id);
  const acties = await actiesById(tx, shown);
  const mijn = filters.some(({ soort }) => soort === 'mijn');
  return actiesCard({ acties, count: ids.length, filter, meaning, mijn, anders, pagina, pages, now });
}

/** Two of the same kind mean either: an actie has one status, and "van UWV en TNO" are those of UWV and those of TNO. */
const EITHER = ['status', 'thema', 'pijler', 'bereik', 'trekker', 'groep'];

const kindOf = ({ soort }: { soort: string }, index: number) =>
  EITHER.includes(soort) ? soort.replace('groep', 'trekker') : index;

function together(conditions: readonly (Condition & { soort: string })[]): Where[] {
  const groups = Map.groupBy(conditions, kindOf);
  return [...groups.values()].map((group) => ({ OR: group.map(({ where }) => where) }));
}

const meaningOf = (conditions: readonly Condition[]): string =>
  [...new Set(conditions.map(({ meaning }) => meaning))].join(' · ');
