import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { actiesCard, notFoundCard, partlyCard } from './acties-card.ts';
import { readFilters } from './filter.ts';
import type { Said, Vocabulary } from './lezing.ts';
import { PAGINA, pageFrom, startOf } from './pagina.ts';
import { actiesById, MAX_NUMMER, ON_AGENDA, type Where } from './stored-actie.ts';
import { type Condition, conditionOf, findVocabulary } from './stored-filter.ts';
import { plain } from './woord.ts';

const nummer = z.number().int().min(0).max(MAX_NUMMER).optional();

export const listActies = command({
  name: 'acties',
  input: z.object({
    filter: z.string().trim().max(500).default(''),
    pagina: z.coerce.number().int().positive().default(1),
    na: nummer,
    voor: nummer,
  }),
  phrases: [
    /^(?:alle )?acties(?: pagina (?<pagina>\d+)| (?<filter>.{1,500}?)(?: pagina (?<pagina>\d+))?)?[?.!]*$/is,
  ],
  inPlace: true,
  run: ({ filter, pagina, na, voor }, asked) => list(filter, pagina, asked, undefined, { na, voor }),
});

/** The nummer that a page follows or goes before: it keeps its place when acties come and go on other pages. */
type Beside = { na?: number | undefined; voor?: number | undefined };

/**
 * A page of the acties that a text means, with how it was understood; only an offer while a part of it was not.
 * `asked`: which page, unless it is beside a nummer. `known`: the words of the regio, for who has them already.
 */
export async function list(
  filter: string,
  asked: number,
  context: Asked,
  known?: Vocabulary,
  beside: Beside = {},
): Promise<Card> {
  const { tx, asker, now } = context;
  const words = known ?? (await findVocabulary(tx));
  const read = readFilters(filter, words);
  const { rest, anders, onbegrepen, begrepen } = read;
  const filters = withoutMine(read.filters);
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
  const found = await tx.actie.findMany({
    where,
    select: { id: true, nummer: true },
    orderBy: { nummer: 'asc' },
  });
  const nummers = found.map((one) => one.nummer);
  const page = pageFrom(found.length, beginOf(nummers, asked, beside));
  const ids = found.slice(page.from, page.to).map(({ id }) => id);
  const acties = await actiesById(tx, ids);
  const mijn = filters.some(({ soort }) => soort === 'mijn');
  const bijwerken = asker.rol !== 'lezer' && found.length > 0 && filters.some(isMine);
  const shown = { acties, count: found.length, filter: plain(filter), meaning, mijn, bijwerken, anders };
  return actiesCard({ ...shown, ...page, now });
}

/** Where in the list, by nummer, a page begins. */
function beginOf(nummers: readonly number[], asked: number, { na, voor }: Beside): number {
  if (na !== undefined) return nummers.filter((nummer) => nummer <= na).length;
  if (voor !== undefined) return nummers.filter((nummer) => nummer < voor).length - PAGINA;
  return startOf(asked);
}

/** "Mijn gemeente Velsen": who is named is meant, whoever asks. */
function withoutMine(filters: readonly Said[]): Said[] {
  const named = filters.some(({ soort, niet }) => (soort === 'trekker' || soort === 'groep') && !niet);
  return filters.filter((one) => !(named && isMine(one)));
}

const isMine = ({ soort, niet }: Said): boolean => soort === 'mijn' && !niet;

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
