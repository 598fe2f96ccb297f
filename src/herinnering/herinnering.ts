import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { isWerkdag, plusWerkdagen } from '../kalender/werkdag.ts';

export type Soort = 'uitvraag' | 'herhaling' | 'overzicht' | 'aankondiging';

/** How many working days before the vergadering each soort is sent, and to whom. */
export const AANLOOP: Record<Soort, { werkdagenVooraf: number; naam: string; aan: string }> = {
  uitvraag: { werkdagenVooraf: 15, naam: 'Uitvraag', aan: 'de trekkers' },
  herhaling: { werkdagenVooraf: 5, naam: 'Herinnering', aan: 'de trekkers met open acties' },
  overzicht: { werkdagenVooraf: 5, naam: 'Overzicht', aan: 'de secretaris' },
  aankondiging: { werkdagenVooraf: 1, naam: 'Aankondiging', aan: 'de leden' },
};

const OPEN = '09:00';
const CLOSED = '17:00';

/** When that soort is sent for a vergadering that begins then: at 09:00 in Europe/Amsterdam, on a working day. */
export function momentOf(soort: Soort, begin: Temporal.Instant): Temporal.Instant {
  const date = toLocal(begin).toPlainDate();
  return atLocalTime(plusWerkdagen(date, -AANLOOP[soort].werkdagenVooraf), OPEN);
}

/**
 * A vergadering that moves only a little does not ask the same people the same thing again: a new moment counts
 * when it lies five working days or more after what was sent.
 */
export function isNewRound(sent: Temporal.Instant, moment: Temporal.Instant): boolean {
  const earliest = plusWerkdagen(toLocal(sent).toPlainDate(), 5);
  return Temporal.PlainDate.compare(toLocal(moment).toPlainDate(), earliest) >= 0;
}

/** The first moment from `now` on at which people may be written to: on a working day, from 09:00 until 17:00. */
export function withinHours(now: Temporal.Instant): Temporal.Instant {
  const date = toLocal(now).toPlainDate();
  const [open, closed] = [atLocalTime(date, OPEN), atLocalTime(date, CLOSED)];
  if (isWerkdag(date) && Temporal.Instant.compare(now, open) < 0) return open;
  if (isWerkdag(date) && Temporal.Instant.compare(now, closed) < 0) return now;
  return atLocalTime(plusWerkdagen(date, 1), OPEN);
}

export type Due = {
  soort: Soort;
  begin: Temporal.Instant;
  geannuleerd: boolean;
  overtaken: boolean;
  open: number;
};

export type Outcome = { send: true } | { wait: Temporal.Instant } | { lapse: string };

/**
 * What becomes of a herinnering that is due. `overtaken`: for the same persoon a later one of the same vergadering
 * is due as well, which says all that this one would; `open`: how many acties still wait for an update.
 */
export function decide({ soort, begin, geannuleerd, overtaken, open }: Due, now: Temporal.Instant): Outcome {
  if (geannuleerd) return { lapse: 'de vergadering gaat niet door' };
  if (Temporal.Instant.compare(now, begin) >= 0) return { lapse: 'de vergadering is al geweest' };
  const asks = soort === 'uitvraag' || soort === 'herhaling';
  if (asks && overtaken) return { lapse: 'ingehaald door een latere herinnering' };
  if (asks && open === 0) return { lapse: 'er staat niets meer open' };
  const earliest = withinHours(now);
  if (Temporal.Instant.compare(earliest, now) === 0) return { send: true };
  const tooLate = Temporal.Instant.compare(earliest, begin) >= 0;
  return tooLate ? { lapse: 'kon niet meer binnen werktijd' } : { wait: earliest };
}
