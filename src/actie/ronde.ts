import { OVERGANGEN, type Status } from './actie.ts';
import { inOneLine, type Melding } from './update.ts';

/** How many acties one form asks about: what fits on every platform, and on a phone. */
export const RONDE = 10;

/** In characters: with ten of them a form is still small enough for Teams, and a confirmation for Slack. */
export const MAX_TOELICHTING = 500;

export type Keuze = 'overslaan' | 'ongewijzigd' | Status;

/** What somebody filled in about one actie. */
export type Ingevuld = { keuze: Keuze; toelichting: string };

/** What can be chosen for an actie that stands so; skipping it is the first. */
export const keuzesBij = (status: Status): Keuze[] => ['overslaan', 'ongewijzigd', ...OVERGANGEN[status]];

export const NIETS: Ingevuld = { keuze: 'overslaan', toelichting: '' };

/** The names of the fields of one actie on the form. */
export const veldNaam = (soort: 'keuze' | 'toelichting', nummer: number): string => `${soort}_${nummer}`;

type Standing = Parameters<typeof inOneLine>[0];

/** What that says of the actie; undefined: nothing. Only the status and the toelichting: the rest stays as it is. */
export function meldingIn(actie: Standing, { keuze, toelichting }: Ingevuld): Melding | undefined {
  if (keuze === 'overslaan') return undefined;
  return inOneLine(actie, keuze === 'ongewijzigd' ? undefined : keuze, toelichting);
}
