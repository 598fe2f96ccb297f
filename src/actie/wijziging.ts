import type { Status } from './actie.ts';

/** What was reported in a period, withdrawn updates left out; the oldest first. */
export type Gemeld = {
  soort: 'gewijzigd' | 'ongewijzigd' | 'ingetrokken';
  statusVan: Status;
  statusNaar: Status;
  toelichting: string;
};

/** What a period did to an actie that was new in it, or was reported on. */
export type Wijziging =
  | { soort: 'nieuw' }
  /** It went up in another actie. */
  | { soort: 'opgegaan'; in: number }
  | { soort: 'status'; van: Status; naar: Status }
  | { soort: 'bijgewerkt' }
  | { soort: 'ongewijzigd' };

/** The net of all that was reported: there and back again is no change of status. */
export function wijzigingOf(
  nieuw: boolean,
  gemeld: readonly Gemeld[],
  opgegaanIn: number | null = null,
): Wijziging {
  if (opgegaanIn !== null) return { soort: 'opgegaan', in: opgegaanIn };
  if (nieuw) return { soort: 'nieuw' };
  const [first, last] = [gemeld[0], gemeld.at(-1)];
  if (first && last && first.statusVan !== last.statusNaar)
    return { soort: 'status', van: first.statusVan, naar: last.statusNaar };
  return gemeld.some(({ soort }) => soort === 'gewijzigd')
    ? { soort: 'bijgewerkt' }
    : { soort: 'ongewijzigd' };
}
