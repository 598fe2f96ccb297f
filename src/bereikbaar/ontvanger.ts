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
function vervangerVan(mens: Mens, dag: Temporal.PlainDate, { mensen }: Mensen): number | undefined {
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

/** Who answers for this persoon on that day, the nearest first: vervanger, contact of the organisatie, secretaris. */
export function hogerop(mens: Mens, dag: Temporal.PlainDate, all: Mensen): Ontvanger[] {
  const present = (id: number | undefined) => {
    const other = id === undefined ? undefined : all.mensen.get(id);
    return other && other.id !== mens.id && !awayOn(other, dag) && all.mag(other.id) ? [other.id] : [];
  };
  const ladder: Ontvanger[] = [
    ...present(vervangerVan(mens, dag, all)).map((id) => ({ id, als: 'vervanger' as const })),
    ...present(all.contacten.get(mens.organisatieId)).map((id) => ({ id, als: 'contact' as const })),
    ...all.secretarissen.flatMap(present).map((id) => ({ id, als: 'secretaris' as const })),
  ];
  return ladder.filter(({ id }, index) => ladder.findIndex((other) => other.id === id) === index);
}

/** Who gets a message that is this persoon's: themselves, unless they are away or may not be written to. */
export function ontvangerVan(mens: Mens, dag: Temporal.PlainDate, all: Mensen): Ontvanger | undefined {
  const away = awayOn(mens, dag);
  if (!away && all.mag(mens.id)) return { id: mens.id, als: 'zelf' };
  return hogerop(mens, dag, all)[0] ?? (all.mag(mens.id) ? { id: mens.id, als: 'zelf' } : undefined);
}
