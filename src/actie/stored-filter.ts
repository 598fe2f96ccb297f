import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { atLocalTime, dagText, requireMoment, toLocal } from '../kalender/datum.ts';
import { vorigeVergadering } from '../overleg/stored-vorige.ts';
import { organisatiesVan, type Persoon } from '../persoon/persoon.ts';
import { ENDED, statusText } from './actie.ts';
import type { Filter, Said, Vocabulary } from './lezing.ts';
import { findByWords } from './search-acties.ts';
import { type Where, waitsForUpdate } from './stored-actie.ts';
import { ZONDER_CONTACT } from './stored-contact.ts';
import type { Synoniem } from './synoniem.ts';
import { hasPhrase, hasWords, plain } from './woord.ts';

/** What the words of the regio can name: read anew for every question, in one query, so that it is never out of date. */
export async function findVocabulary(tx: Tx): Promise<Vocabulary> {
  const [words] = await tx.$queryRaw<[Omit<Vocabulary, 'groepen'> & { aanduidingen: Groepswoord[] }]>`
    with agenda as materialized (select titel, doelgroep, bereik, financiering from actie)
    select
      array(select jsonb_build_object('nummer', nummer, 'naam', naam) from thema order by nummer) as themas,
      array(select naam from pijler order by nummer) as pijlers,
      array(select jsonb_build_object('id', id, 'code', code, 'naam', naam, 'deelregio', deelregio)
        from organisatie order by id) as organisaties,
      array(select jsonb_build_object('naam', aanduiding, 'leden', array(
          select organisatie.naam from groep join groep_lid on groep_lid.groep_id = groep.id
          join organisatie on organisatie.id = groep_lid.organisatie_id
          where groep.naam = aanduiding order by organisatie.id))
        from (select distinct aanduiding from trekker) as woord order by aanduiding) as aanduidingen,
      array(select titel from agenda) as titels,
      array(select distinct doelgroep from agenda order by doelgroep) as doelgroepen,
      array(select distinct bereik from agenda order by bereik) as bereiken,
      array(select distinct financiering from agenda order by financiering) as financieringen,
      array(select jsonb_build_object('woord', woord, 'betekenis', betekenis)
        from synoniem order by woord, id) as synoniemen`;
  const { aanduidingen, ...known } = words;
  return { ...known, groepen: groepenOf(aanduidingen, known.organisaties) };
}

type Groepswoord = { naam: string; leden: string[] };

/** Words for who carries an actie that are no organisatie; the longest first. */
function groepenOf(aanduidingen: readonly Groepswoord[], organisaties: Vocabulary['organisaties']) {
  const names = new Set(organisaties.map(({ naam }) => naam));
  const groups = aanduidingen.filter(({ naam }) => !names.has(naam) && !/te bepalen/i.test(naam));
  const within = (leden: readonly string[]) =>
    groups.filter((one) => isWithin(one.leden, leden)).map(({ naam }) => naam);
  return groups
    .map(({ naam, leden }) => ({ naam, leden, binnen: within(leden) }))
    .sort((a, b) => b.naam.length - a.naam.length);
}

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.length > 0 && some.every((one) => all.includes(one));

/** What a filter asks of the database, and how it was understood, in Dutch. */
export type Condition = { where: Where; meaning: string /** Words that no actie has. */; notFound?: string };

/** The condition that a filter is. Refuses a date that cannot be read. */
export async function conditionOf(said: Said, words: Vocabulary, asked: Asked): Promise<Condition> {
  const found = await plainCondition(said, words, asked);
  return said.niet ? { ...found, where: { NOT: found.where }, meaning: `niet: ${found.meaning}` } : found;
}

async function plainCondition(filter: Filter, words: Vocabulary, asked: Asked): Promise<Condition> {
  const { tx, asker } = asked;
  switch (filter.soort) {
    case 'thema':
      return {
        where: { thema: { nummer: filter.nummer } },
        meaning: `thema ${filter.nummer}${filter.naam ? ` (${filter.naam})` : ''}`,
      };
    case 'pijler':
      return { where: { thema: { pijler: { naam: filter.naam } } }, meaning: `pijler ${filter.naam}` };
    case 'status':
      return { where: { status: filter.status }, meaning: `status ${statusText(filter.status)}` };
    case 'bereik':
      return {
        where: { bereik: { in: having(words.bereiken, filter.woord, filter.exact) } },
        meaning: `bereik ${areaName(filter.woord, words)}`,
      };
    case 'trekker':
      return { where: carriedBy(filter.id), meaning: `trekker ${filter.naam}` };
    case 'mijn':
      return {
        where: { OR: organisatiesVan(asker).map(carriedBy) },
        meaning: mineText(asker, words),
      };
    case 'doelgroep':
      return {
        where: { doelgroep: { in: about(words.doelgroepen, filter.woorden) } },
        meaning: `doelgroep «${filter.woorden}»`,
      };
    case 'financiering':
      return {
        where: { financiering: { in: about(words.financieringen, filter.woorden) } },
        meaning: `financiering «${filter.woorden}»`,
      };
    case 'groep':
      return {
        where: { trekkers: { some: { aanduiding: { in: carriersOf(filter.naam, words) } } } },
        meaning: `trekker ${filter.naam}`,
      };
    case 'nummers':
      return {
        where: { nummer: { in: filter.nummers } },
        meaning: `nummer ${filter.nummers.join(', ').slice(0, 60)}`,
      };
    case 'open':
      return { where: { status: { notIn: ENDED } }, meaning: 'niet afgerond of gestopt' };
    case 'zonder_trekker':
      return { where: WITHOUT_TREKKER, meaning: 'zonder trekker' };
    case 'zonder_contact':
      return { where: ZONDER_CONTACT, meaning: 'zonder contact' };
    case 'zonder_update':
      return withoutUpdate(asked);
    case 'gewijzigd':
      return changedSince(filter.sinds, asked);
    case 'woorden':
      return withWords(tx, filter.woorden, words.synoniemen);
  }
}

const having = (texts: readonly string[], woord: string, exact = false): string[] => {
  return texts.filter((text) => (exact ? plain(text) === plain(woord) : plain(text).includes(plain(woord))));
};

/** The texts that have the words as they were said; where none has, those that have them all. */
function about(texts: readonly string[], woorden: string): string[] {
  const whole = texts.filter((text) => hasPhrase(text, woorden));
  return whole.length > 0 ? whole : texts.filter((text) => hasWords(text, woorden));
}

const areaName = (woord: string, { organisaties }: Vocabulary): string =>
  organisaties.find(({ deelregio }) => deelregio && plain(deelregio) === woord)?.deelregio ?? woord;

function mineText(asker: Persoon, { organisaties }: Vocabulary): string {
  const ids = organisatiesVan(asker);
  if (ids.length === 1) return `trekker ${asker.organisatie.naam} (jouw organisatie)`;
  const names = organisaties.filter(({ id }) => ids.includes(id)).map(({ naam }) => naam);
  return `trekker ${names.join(' of ')} (jouw organisaties)`;
}

/** The group itself, a smaller group within it, or a single one of its leden. */
function carriersOf(groep: string, { groepen }: Vocabulary): string[] {
  const { leden = [], binnen = [] } = groepen.find(({ naam }) => naam === groep) ?? {};
  return [groep, ...binnen, ...leden];
}

const carriedBy = (organisatieId: number): Where => ({ trekkers: { some: { organisatieId } } });

/** The doe-agenda writes "nader te bepalen" where nobody carries it yet; a group that is not known one by one does carry it. */
export const WITHOUT_TREKKER: Where = {
  trekkers: { every: { organisatieId: null, aanduiding: { contains: 'te bepalen', mode: 'insensitive' } } },
};

/** Not asked about any more once ended. */
async function withoutUpdate({ tx, now }: Asked): Promise<Condition> {
  const since = (await vorigeVergadering(tx, now))?.begin;
  const where = waitsForUpdate(since);
  const until = since ? ` sinds ${dagText(toLocal(since.toTemporalInstant()).toPlainDate())}` : '';
  return { where, meaning: `zonder update${until}` };
}

/** A melding that changed something and still stands, since a day or the previous vergadering. Refuses a date that is none. */
async function changedSince(sinds: string, { tx, now }: Asked): Promise<Condition> {
  const vorige = /overleg|vergadering|keer|beraad|rba/.test(sinds);
  const since = vorige ? (await vorigeVergadering(tx, now))?.begin : dayFrom(sinds, now);
  const at = since ? { gemeldOp: { gte: since } } : {};
  const where: Where = { updates: { some: { soort: 'gewijzigd', intrekking: { is: null }, ...at } } };
  const day = since
    ? dagText(toLocal(since.toTemporalInstant()).toPlainDate())
    : 'het begin (er was nog geen vergadering)';
  return { where, meaning: `gewijzigd sinds ${day}` };
}

/** 00:00 of that day, in Europe/Amsterdam. */
function dayFrom(sinds: string, now: Temporal.Instant): Date {
  const numbers = sinds.replace(/^(\d{1,4}) (\d{1,2}) (\d{1,4})$/, '$1-$2-$3');
  const { date } = requireMoment(numbers, toLocal(now).toPlainDate(), 'terug');
  return new Date(atLocalTime(date, '00:00').epochMilliseconds);
}

async function withWords(tx: Tx, woorden: string, synoniemen: readonly Synoniem[]): Promise<Condition> {
  const { ranked, terms } = await findByWords(tx, woorden, synoniemen);
  const hits = ranked.filter(({ alles }) => alles);
  const said = terms.map(({ woord }) => woord).join(' ') || woorden;
  const where = { id: { in: hits.map(({ id }) => id) } };
  return { where, meaning: `woorden «${said}»`, ...(hits.length === 0 ? { notFound: said } : {}) };
}
