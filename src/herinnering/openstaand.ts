import type { Trekker } from '../actie/actie.ts';

/** An actie that is open, with who carries it. */
type Open = { nummer: number; trekkers: readonly Trekker[] };

export type Openstaand = { id: number | null; naam: string; nummers: number[] };

/** Per organisatie what is open, by name; what nobody carries last. */
export function perOrganisatie(open: readonly Open[]): Openstaand[] {
  const per = new Map<number | null, Openstaand>();
  for (const { nummer, trekkers } of open) {
    const found = trekkers.flatMap(({ organisatie }) => organisatie ?? []);
    for (const { id, naam } of found.length > 0 ? found : [{ id: null, naam: 'Zonder trekker' }]) {
      const one = per.get(id) ?? { id, naam, nummers: [] };
      per.set(id, one);
      if (!one.nummers.includes(nummer)) one.nummers.push(nummer);
    }
  }
  return [...per.values()].sort(
    (a, b) => Number(a.id === null) - Number(b.id === null) || a.naam.localeCompare(b.naam, 'nl'),
  );
}
