import { STAPPEN } from './aanloop.ts';
import type { Soort } from './herinnering.ts';
import { STANDAARD } from './standaard.ts';

const OVERIGE: Record<Exclude<Soort, keyof typeof STANDAARD>, string> = {
  later: 'Uitgesteld',
  respons: 'Respons',
  bereik: 'Wie we niet bereiken',
  verwacht: 'Verwachte datum',
  akkoord: 'Akkoord',
};

const NAMEN: Record<Soort, string> = {
  ...(Object.fromEntries(STAPPEN.map((stap) => [stap, STANDAARD[stap].naam])) as Record<
    keyof typeof STANDAARD,
    string
  >),
  ...OVERIGE,
};

/** How a soort of herinnering is called. */
export const soortText = (soort: Soort): string => NAMEN[soort];
