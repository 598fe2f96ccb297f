import { distance, isTypo, plain } from './woord.ts';

/** A row that says who carries an actie. `organisatieId` null: nobody yet, or somebody who is not known one by one. */
export type NieuweTrekker = { aanduiding: string; organisatieId: number | null };

/** A word that names nobody, with the names it is most like. */
type OnbekendeTrekker = { woord: string; lijktOp: string[] };

/** What words can mean in a regio, by the word as `plain` writes it; and all names, to suggest. */
export type Trekkerwoorden = { betekenis: ReadonlyMap<string, NieuweTrekker[]>; namen: readonly string[] };

/** Words that mean nobody yet. Acties without a trekker are found by "te bepalen", so that is in each of them. */
const NOG_NIEMAND = {
  'nader te bepalen': ['nader te bepalen', 'nog te bepalen', 'te bepalen', 'ntb', 'n t b'],
  'lokaal nader te bepalen': ['lokaal nader te bepalen', 'lokaal te bepalen'],
  'regionaal nader te bepalen': ['regionaal nader te bepalen', 'regionaal te bepalen'],
};

/** How many names are suggested for a word that is not known. */
const SUGGESTIES = 3;

type Organisatie = { id: number; code: string; naam: string };
type Groep = { naam: string; leden: number[] };

/**
 * Whom a word means: an organisatie by its name, code or the abbreviation in its name; a groep of them; or nobody
 * yet. Where a word could be two of these, the first holds.
 */
export function trekkerwoorden(organisaties: readonly Organisatie[], groepen: readonly Groep[]) {
  const betekenis = new Map<string, NieuweTrekker[]>();
  const means = (woord: string, rows: NieuweTrekker[]) => {
    const key = plain(woord);
    if (key !== '' && !betekenis.has(key)) betekenis.set(key, rows);
  };
  const rowOf = ({ id, naam }: Organisatie) => [{ aanduiding: naam, organisatieId: id }];
  for (const one of organisaties) means(one.naam, rowOf(one));
  for (const one of organisaties) means(one.code, rowOf(one));
  for (const one of organisaties) {
    for (const [, short] of one.naam.matchAll(/\((.+?)\)/g)) means(short ?? '', rowOf(one));
  }
  for (const { naam, leden } of groepen) {
    const rows = leden.map((organisatieId) => ({ aanduiding: naam, organisatieId }));
    means(naam, rows.length > 0 ? rows : [{ aanduiding: naam, organisatieId: null }]);
  }
  for (const one of organisaties) means(one.naam.replace(/\(.*?\)/g, ''), rowOf(one));
  for (const [aanduiding, woorden] of Object.entries(NOG_NIEMAND)) {
    for (const woord of woorden) means(woord, [{ aanduiding, organisatieId: null }]);
  }
  return { betekenis, namen: [...organisaties, ...groepen].map(({ naam }) => naam) } satisfies Trekkerwoorden;
}

/** Who are named in a text such as "UWV|gemeenten": between bars, semicolons, commas or on lines of their own. */
export function readTrekkers(text: string, woorden: Trekkerwoorden) {
  const trekkers: NieuweTrekker[] = [];
  const onbekend: OnbekendeTrekker[] = [];
  for (const woord of wordsIn(text, woorden)) {
    const rows = woorden.betekenis.get(plain(woord));
    if (!rows) onbekend.push({ woord, lijktOp: lijktOp(woord, woorden) });
    for (const row of rows ?? []) if (!trekkers.some((other) => isSame(row, other))) trekkers.push(row);
  }
  return { trekkers, onbekend };
}

const isSame = (a: NieuweTrekker, b: NieuweTrekker): boolean =>
  a.aanduiding === b.aanduiding && a.organisatieId === b.organisatieId;

/** A name may hold a comma itself. */
function wordsIn(text: string, { betekenis }: Trekkerwoorden): string[] {
  const parts = text.split(/[|;\n]/).map((part) => part.trim());
  const words = parts.flatMap((part) => (betekenis.has(plain(part)) ? [part] : part.split(',')));
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

/** The names that a word is most like: with typing mistakes, or with a word in common. */
function lijktOp(woord: string, { betekenis, namen }: Trekkerwoorden): string[] {
  const asked = plain(woord).slice(0, 80);
  const parts = asked.split(' ').filter((part) => part.length > 2);
  const near = [...betekenis].flatMap(([key, [first]]) => {
    const alike = isTypo(asked, key) || parts.some((part) => key.split(' ').some((one) => isLike(part, one)));
    return alike && first ? [{ naam: first.aanduiding, verschil: distance(asked, key, 100) }] : [];
  });
  near.sort((a, b) => a.verschil - b.verschil);
  const names = [...new Set(near.map(({ naam }) => naam))].filter((naam) => namen.includes(naam));
  return names.slice(0, SUGGESTIES);
}

const isLike = (part: string, other: string): boolean => part === other || isTypo(part, other);
