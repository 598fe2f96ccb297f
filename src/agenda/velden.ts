import { z } from 'zod';

/** What the doe-agenda says about an actie. Its status is not in it: that is what updates say. */
export const velden = z.object({
  titel: z.string(),
  /** The number of the thema. */
  thema: z.number().int(),
  /** As the doe-agenda names them: a groep is one of them. */
  trekkers: z.array(z.string()),
  doelgroep: z.string(),
  bereik: z.string(),
  financiering: z.string(),
});
export type Velden = z.output<typeof velden>;
export type Veld = keyof Velden;

/** Some of them: those that change. */
export const deel = z.object({
  titel: velden.shape.titel.exactOptional(),
  thema: velden.shape.thema.exactOptional(),
  trekkers: velden.shape.trekkers.exactOptional(),
  doelgroep: velden.shape.doelgroep.exactOptional(),
  bereik: velden.shape.bereik.exactOptional(),
  financiering: velden.shape.financiering.exactOptional(),
});
export type Deel = z.output<typeof deel>;

export const VELDEN: Record<Veld, { naam: string; maxLength: number }> = {
  titel: { naam: 'Titel', maxLength: 300 },
  thema: { naam: 'Thema', maxLength: 10 },
  trekkers: { naam: 'Trekkers', maxLength: 500 },
  doelgroep: { naam: 'Doelgroep', maxLength: 300 },
  bereik: { naam: 'Bereik', maxLength: 150 },
  financiering: { naam: 'Financiering', maxLength: 300 },
};

export const VELDNAMEN = Object.keys(VELDEN) as Veld[];

/** What the doe-agenda writes where nothing is known yet; acties without a trekker are found by it. */
export const NOG_TE_BEPALEN = 'nader te bepalen';

/** Those of `naar` that differ from `van`, and how they are in `van`. */
export function verschil(van: Velden, naar: Deel): { van: Deel; naar: Deel } | undefined {
  const changed = VELDNAMEN.filter((veld) => naar[veld] !== undefined && !same(van[veld], naar[veld]));
  return changed.length > 0 ? { van: only(van, changed), naar: only(naar, changed) } : undefined;
}

const same = (a: Velden[Veld], b: Velden[Veld] | undefined) => JSON.stringify(a) === JSON.stringify(b);

const only = (of: Deel, names: readonly Veld[]): Deel =>
  Object.fromEntries(names.flatMap((veld) => (of[veld] === undefined ? [] : [[veld, of[veld]]])));

/** The trekkers of two acties together; that somebody is still to be found counts only where nobody else is named. */
export function samen(a: readonly string[], b: readonly string[]): string[] {
  const all = [...new Set([...a, ...b])];
  const named = all.filter((naam) => !naam.includes('te bepalen'));
  return named.length > 0 ? named : all;
}
