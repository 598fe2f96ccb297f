import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { parseStatus, STATUS_WOORD, statusText } from './actie.ts';
import { actiesCard } from './acties-card.ts';
import { findByWords } from './search-acties.ts';
import { actiesById } from './stored-actie.ts';

/** How many acties a page has: a phone's screen or two. */
const PAGE = 8;

export const listActies = command({
  name: 'acties',
  input: z.object({
    filter: z.string().trim().max(500).default(''),
    pagina: z.coerce.number().int().positive().default(1),
  }),
  phrases: [
    /^(?:alle )?acties(?: pagina (?<pagina>\d+)| (?<filter>.+?)(?: pagina (?<pagina>\d+))?)?[?.!]*$/is,
  ],
  inPlace: true,
  run: ({ filter, pagina }, asked) => list(filter, pagina, asked),
});

async function list(filter: string, asked: number, { tx, asker, now }: Asked): Promise<Card> {
  const selection = await select(filter, tx, asker.organisatie);
  const where = selection.where;
  const ids = await tx.actie.findMany({ where, select: { id: true }, orderBy: { nummer: 'asc' } });
  const pages = Math.max(1, Math.ceil(ids.length / PAGE));
  const pagina = Math.min(asked, pages);
  const shown = ids.slice((pagina - 1) * PAGE, pagina * PAGE).map(({ id }) => id);
  const acties = await actiesById(tx, shown);
  return actiesCard({ acties, count: ids.length, filter, meaning: selection.meaning, pagina, pages, now });
}

type Where = NonNullable<NonNullable<Parameters<Tx['actie']['findMany']>[0]>['where']>;

/** Which acties a filter means, and how it was understood, in Dutch. */
async function select(filter: string, tx: Tx, mine: { id: number; naam: string }): Promise<Selection> {
  if (filter === '') return { where: {}, meaning: '' };
  const thema = /^thema (\d{1,4})$/i.exec(filter)?.[1];
  if (thema) return { where: { thema: { nummer: Number(thema) } }, meaning: `thema ${thema}` };
  const status = new RegExp(`^(?:${STATUS_WOORD})$`, 'i').test(filter) ? parseStatus(filter) : undefined;
  if (status) return { where: { status }, meaning: `status ${statusText(status)}` };
  const organisatie = /^(?:mijn|van mij)$/i.test(filter) ? mine : await findOrganisatie(tx, filter);
  if (organisatie) {
    const where = { trekkers: { some: { organisatieId: organisatie.id } } };
    return { where, meaning: `trekker ${organisatie.naam}` };
  }
  const { hits } = await findByWords(tx, filter);
  return { where: { id: { in: hits.map(({ id }) => id) } }, meaning: `woorden «${filter}»` };
}

type Selection = { where: Where; meaning: string };

/** By code, name, or the abbreviation in its name: "uwv", "gemeente Haarlem", "haarlem", "WSP". */
async function findOrganisatie(tx: Tx, woord: string) {
  const asked = woord.toLowerCase().replace(/^(?:van )?(?:de |het )?/, '');
  const all = await tx.organisatie.findMany({ select: { id: true, code: true, naam: true } });
  return all.find(({ code, naam }) => {
    const full = naam.toLowerCase();
    return code === asked || full === asked || full.includes(`(${asked})`) || full === `gemeente ${asked}`;
  });
}
