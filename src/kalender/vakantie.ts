import { dagText } from './datum.ts';
import { datumText } from './maand.ts';
import { type Dagen, isIn } from './werkdag.ts';

/** A time off of the region. `vrij`: its days do not count as working days. */
export type Vakantie = Dagen & { id: number; naam: string; vrij: boolean };

/** The names that the school year knows. */
const BEKEND = [
  'herfstvakantie',
  'kerstvakantie',
  'voorjaarsvakantie',
  'meivakantie',
  'zomervakantie',
  'bouwvak',
];

/** "kerst" and "Kerst vakantie" are the kerstvakantie; what is not known is called as it was typed. */
export function naamVan(typed: string, known: readonly string[] = []): string {
  const word = typed.trim().replace(/\s+/g, ' ');
  const plain = short(word);
  return [...known, ...BEKEND].find((naam) => short(naam) === plain) ?? word;
}

const short = (naam: string): string => naam.toLowerCase().replace(/[\s-]*(?:vakantie|reces)$/, '');

/** "van zaterdag 19 december 2026 t/m zondag 3 januari 2027". */
export const dagenText = ({ van, tot }: Dagen): string =>
  van.equals(tot) ? `op ${dagText(van)}` : `van ${dagText(van)} t/m ${dagText(tot)}`;

/** "19 december 2026 t/m 3 januari 2027". */
export const kortText = ({ van, tot }: Dagen): string =>
  van.equals(tot) ? datumText(van) : `${datumText(van)} t/m ${datumText(tot)}`;

export const isInYear = ({ van, tot }: Dagen, year: number): boolean =>
  van.year === year || tot.year === year;

export const overlap = (a: Dagen, b: Dagen): boolean => isIn(a.van, b) || isIn(b.van, a);
