import type { Persoon } from '../persoon/persoon.ts';
import { Refusal } from '../refusal.ts';

export type Status = 'nader_uit_te_werken' | 'loopt' | 'vertraagd' | 'afgerond' | 'gestopt';

/** How a status is shown; the icon never stands without the word. */
export const STATUSSEN: Record<Status, { naam: string; icoon: string }> = {
  nader_uit_te_werken: { naam: 'Nader uit te werken', icoon: '📝' },
  loopt: { naam: 'Loopt', icoon: '🟢' },
  vertraagd: { naam: 'Vertraagd', icoon: '🟠' },
  afgerond: { naam: 'Afgerond', icoon: '✅' },
  gestopt: { naam: 'Gestopt', icoon: '⛔' },
};

export const statusText = (status: Status): string => `${STATUSSEN[status].icoon} ${STATUSSEN[status].naam}`;

/** The words that name a status, as a pattern, and which status each names. */
const WOORDEN: [RegExp, Status][] = [
  [/nader uit (?:te )?werken|nog uit te werken/, 'nader_uit_te_werken'],
  [/loopt|lopend/, 'loopt'],
  [/vertraagd|vertraging/, 'vertraagd'],
  [/afgerond|klaar/, 'afgerond'],
  [/gestopt|gestaakt/, 'gestopt'],
];

export const STATUS_WOORD = WOORDEN.map(([words]) => words.source).join('|');

/** The status that a word of `STATUS_WOORD` names, in lower or upper case. */
export function parseStatus(word: string): Status | undefined {
  return WOORDEN.find(([words]) => new RegExp(`^(?:${words.source})$`, 'i').test(word.trim()))?.[1];
}

/** How an actie can have ended. */
export const ENDED: Status[] = ['afgerond', 'gestopt'];

/** An actie that is ended is not asked about any more. */
export const isEnded = (status: Status): boolean => ENDED.includes(status);

/** Refuses an actie that went up in another one: it is part of the past. */
export function refuseMerged({ nummer, opgegaanIn }: { nummer: number; opgegaanIn: number | null }): void {
  if (opgegaanIn === null) return;
  throw new Refusal(
    `Actie #${nummer} is samengevoegd met #${opgegaanIn} en verandert niet meer. Ga verder met «actie ${opgegaanIn}».`,
  );
}

export type Trekker = { aanduiding: string; organisatie: { id: number; naam: string } | null };

/** Whose work it is to report on an actie: who is named, or else everyone with the rol at its organisaties. */
export function carries(
  persoon: { id: number; organisatieId: number },
  trekkers: readonly { organisatie: { id: number } | null; persoonId: number | null }[],
): boolean {
  return trekkers.some(({ organisatie, persoonId }) => {
    return organisatie?.id === persoon.organisatieId && (persoonId === null || persoonId === persoon.id);
  });
}

/** Who carry it, in the words of the doe-agenda, each once: a group stays the group it is. */
export function trekkersText(trekkers: readonly Trekker[]): string {
  return [...new Set(trekkers.map(({ aanduiding }) => aanduiding))].join(', ');
}

/** The people of the organisaties that carry the actie, and the secretaris. */
export function mayUpdate(asker: Persoon, trekkers: readonly Trekker[]): boolean {
  if (asker.rol === 'secretaris') return true;
  return (
    asker.rol !== 'lezer' && trekkers.some(({ organisatie }) => organisatie?.id === asker.organisatie.id)
  );
}

/** In characters: what a report can still print as a paragraph. */
export const MAX_TOELICHTING = 3000;

export type Melding = { status: Status; toelichting: string };

/** What may be reported on an actie with this status. Throws a Refusal that says what is possible instead. */
export function checkMelding(
  nummer: number,
  van: Status,
  { status, toelichting }: Melding,
  asker: Persoon,
): void {
  if (isEnded(van) && asker.rol !== 'secretaris') {
    throw new Refusal(
      `Actie #${nummer} is ${STATUSSEN[van].naam.toLowerCase()}. Alleen de secretaris kan die heropenen.`,
    );
  }
  if (toelichting.length > MAX_TOELICHTING) {
    throw new Refusal(
      `Je toelichting is ${toelichting.length} tekens lang; hoogstens ${MAX_TOELICHTING} kan. Er is niets opgeslagen: maak de tekst korter en stuur hem opnieuw.`,
    );
  }
  const worse = status !== van && (status === 'vertraagd' || status === 'gestopt');
  if (worse && toelichting === '') {
    throw new Refusal(
      `Schrijf er in één zin bij waarom, bijvoorbeeld: «actie ${nummer} ${STATUSSEN[status].naam.toLowerCase()} Wachten op besluit over de financiering».`,
    );
  }
}
