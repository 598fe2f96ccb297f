import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const words = z.string().trim().min(1);
const list = z.string().transform((text) => text.split('|').flatMap((word) => word.trim() || []));
const optional = z.string().transform((text) => text.trim() || null);
/** The source's own words for a status. */
const status = z.enum(['loopt', 'nader uit te werken']).transform((text) => {
  return text === 'loopt' ? ('loopt' as const) : ('nader_uit_te_werken' as const);
});

const tables = {
  organisaties: z.object({ code: words, naam: words, soort: words, deelregio: optional }),
  groepen: z.object({ groep: words, organisaties: list }),
  synoniemen: z.object({ woord: words, betekenis: words }),
  overleggen: z.object({
    code: words,
    naam: words,
    niveau: words,
    bereik: words,
    thema: words,
    pijlers: list,
    frequentie: words,
    opvolger: optional,
    opvolger_vanaf: optional,
  }),
  zetels: z.object({
    overleg: words,
    organisatie: words,
    rol: z.enum(['voorzitter', 'lid', 'secretaris', 'gast']),
    functie: words,
  }),
  /** `bron`: where the dates were published. */
  vakanties: z.object({ naam: words, van: z.iso.date(), tot: z.iso.date(), bron: words }),
  'doe-agenda': z.object({
    nummer: z.coerce.number().int().positive(),
    pijler: words,
    thema_nummer: z.coerce.number().int().positive(),
    thema: words,
    doelgroep: words,
    bereik: words,
    actie: words,
    status,
    trekkers: list,
    financiering: words,
    bron: words,
  }),
};

type Tables = typeof tables;
export type DoeAgenda = { [Name in keyof Tables]: z.output<Tables[Name]>[] };

/** Reads a folder of CSV files (semicolons, UTF-8, a header line). Throws with file, line and column of what is wrong. */
export function readDoeAgenda(dir: string): DoeAgenda {
  const entries = Object.entries(tables).map(([name, schema]) => [
    name,
    readTable(join(dir, `${name}.csv`), schema),
  ]);
  return Object.fromEntries(entries);
}

function readTable(file: string, schema: z.ZodType): unknown[] {
  const rows: unknown[] = parse(readFileSync(file), {
    columns: true,
    delimiter: ';',
    bom: true,
    skip_empty_lines: true,
  });
  return rows.map((row, index) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`${file}, line ${index + 2}: ${problems.join('; ')}`);
  });
}
