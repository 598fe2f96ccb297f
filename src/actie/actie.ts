import type { Werkend } from '../persoon/persoon.ts';
import { mag, magBij } from '../persoon/rechten.ts';
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

/** What an actie can become; who ended it wrongly reopens it first. */
export const OVERGANGEN: Record<Status, Status[]> = {
  nader_uit_te_werken: ['nader_uit_te_werken', 'loopt', 'vertraagd', 'afgerond', 'gestopt'],
  loopt: ['nader_uit_te_werken', 'loopt', 'vertraagd', 'afgerond', 'gestopt'],
  vertraagd: ['nader_uit_te_werken', 'loopt', 'vertraagd', 'afgerond', 'gestopt'],
  afgerond: ['nader_uit_te_werken', 'loopt', 'vertraagd'],
  gestopt: ['nader_uit_te_werken', 'loopt', 'vertraagd'],
};

/** The higher, the worse. */
const ERNST: Record<Status, number> = {
  afgerond: 0,
  loopt: 0,
  nader_uit_te_werken: 1,
  vertraagd: 2,
  gestopt: 3,
};

export const isWorse = (van: Status, naar: Status): boolean => ERNST[naar] > ERNST[van];

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

/** An organisatie that carries an actie, and who is named for it: the contact. */
type Contact = {
  organisatie: { id: number } | null;
  persoonId: number | null;
  persoon?: { vertrokkenOp: Date | null } | null;
};

/** Whose work it is to report on an actie: who is named and has not left, or else everyone who is there to be asked. */
export function carries(persoon: Werkend, trekkers: readonly Contact[]): boolean {
  return trekkers.some(({ organisatie, persoonId, persoon: named }) => {
    if (!organisatie) return false;
    if (persoonId === null || named?.vertrokkenOp) return magBij(persoon, organisatie.id, 'gevraagd worden');
    return persoonId === persoon.id && magBij(persoon, organisatie.id, 'eigen acties melden');
  });
}

/** Who carry it, in the words of the doe-agenda, each once: a group stays the group it is. */
export function trekkersText(trekkers: readonly Trekker[]): string {
  return [...new Set(trekkers.map(({ aanduiding }) => aanduiding))].join(', ');
}

/** The people of the organisaties that carry the actie, and who may report on all. */
export function mayUpdate(asker: Werkend, trekkers: readonly Trekker[]): boolean {
  if (mag(asker, 'alle acties melden')) return true;
  return trekkers.some(
    ({ organisatie }) => organisatie && magBij(asker, organisatie.id, 'eigen acties melden'),
  );
}
