import type { Melding } from '../actie/update.ts';

/** What became of one report, with its corrections: how the actie stood before it, and after it. */
export type Nieuws = {
  actie: { id: number; nummer: number; titel: string };
  van: Melding;
  naar: Melding;
  /** "Trekker UWV (UWV)"; whose report it is comes first. */
  wie: string;
  op: Temporal.Instant;
  gecorrigeerd: boolean;
  /** It was withdrawn: the actie is as it was. */
  ingetrokken: boolean;
};

/** Of each actie the news as one: from how it was known to how it is by now. In order of the first news. */
export function perActie(all: readonly Nieuws[]): Nieuws[] {
  const groups = Map.groupBy(all, ({ actie }) => actie.id);
  return [...groups.values()].flatMap((group) => {
    const standing = group.filter(({ ingetrokken }) => !ingetrokken);
    const [first, last] = [standing[0] ?? group[0], standing.at(-1) ?? group.at(-1)];
    return first && last ? { ...last, van: first.van } : [];
  });
}
