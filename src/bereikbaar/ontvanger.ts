import { type Dagen, isIn } from '../kalender/werkdag.ts';

/** A persoon, and when they are away. */
export type Mens = {
  id: number;
  organisatieId: number;
  afwezig: readonly (Dagen & { vervangerId: number | null })[];
};

/** In what capacity somebody gets a message that is a persoon's to answer. */
export type Als = 'zelf' | 'vervanger' | 'contact' | 'secretaris';

export type Ontvanger = { id: number; als: Als };

/** Everyone who may come into it. */
export type Mensen = {
  mensen: ReadonlyMap<number, Mens>;
  /** Per organisatie who answers for it. */
  contacten: ReadonlyMap<number, number>;
  /** Who runs the overleg. */
  secretarissen: readonly number[];
  /** Whether this persoon may be written to at all: a bestuurder only where that was switched on. */
  mag: (id: number) => boolean;
};

const awayOn = ({ afwezig }: Mens, dag: Temporal.PlainDate) => afwezig.find((dagen) => isIn(dag, dagen));

/** Who stands in on that day: the vervanger, or the vervanger's own where that one is away too. */
export function vervangerVan(
  mens: Mens,
  dag: Temporal.PlainDate,
  mensen: Mensen['mensen'],
): number | undefined {
  const seen = new Set([mens.id]);
  let away = awayOn(mens, dag);
  while (away) {
    const next = away.vervangerId === null ? undefined : mensen.get(away.vervangerId);
    if (!next || seen.has(next.id)) return undefined;
    seen.add(next.id);
    away = awayOn(next, dag);
    if (!away) return next.id;
  }
  return undefined;
}

/** In whose place this persoon is on that day, a vervanger's vervanger included. */
export const vervangtOp = (id: number, dag: Temporal.PlainDate, mensen: Mensen['mensen']): number[] =>
  [...mensen.values()].filter((mens) => vervangerVan(mens, dag, mensen) === id).map((mens) => mens.id);

/**
 * Who answers for this persoon on that day, the nearest first: vervanger, contact of the organisatie, secretaris. For
 * who of them is away: their own vervanger.
 */
export function hogerop(mens: Mens, dag: Temporal.PlainDate, all: Mensen): Ontvanger[] {
  const { mensen, contacten, secretarissen, mag } = all;
  const present = (id: number | undefined): number[] => {
    const other = id === undefined ? undefined : mensen.get(id);
    const here = other && awayOn(other, dag) ? vervangerVan(other, dag, mensen) : other?.id;
    return here !== undefined && here !== mens.id && mag(here) ? [here] : [];
  };
  const ladder: Ontvanger[] = [
    ...present(vervangerVan(mens, dag, mensen)).map((id) => ({ id, als: 'vervanger' as const })),
    ...present(contacten.get(mens.organisatieId)).map((id) => ({ id, als: 'contact' as const })),
    ...secretarissen.flatMap(present).map((id) => ({ id, als: 'secretaris' as const })),
  ];
  return ladder.filter(({ id }, index) => ladder.findIndex((other) => other.id === id) === index);
}

/** Who gets a message that is this persoon's: themselves, unless they are away or may not be written to. */
export function ontvangerVan(mens: Mens, dag: Temporal.PlainDate, all: Mensen): Ontvanger | undefined {
  const away = awayOn(mens, dag);
  if (!away && all.mag(mens.id)) return { id: mens.id, als: 'zelf' };
  return hogerop(mens, dag, all)[0] ?? (all.mag(mens.id) ? { id: mens.id, als: 'zelf' } : undefined);
}
