import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { plusWerkdagen } from '../kalender/werkdag.ts';
import { withinWerktijd } from '../kalender/werktijd.ts';

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

/** Nobody is asked the same thing again within five working days, however a vergadering is moved. */
const ROUND = 5;

/** When somebody who was asked then may be asked again. */
function nextRound(asked: Temporal.Instant): Temporal.Instant {
  return atLocalTime(plusWerkdagen(toLocal(asked).toPlainDate(), ROUND), OPEN);
}

/** Whether that moment lies far enough after what was sent to be a new round. */
export function isNewRound(sent: Temporal.Instant, moment: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, nextRound(sent)) >= 0;
}

/** The first moment from `now` on at which people may be written to: on a working day, from 09:00 until 17:00. */
export const withinHours = (now: Temporal.Instant): Temporal.Instant =>
  withinWerktijd(now, { open: OPEN, closed: CLOSED });

export type Due = {
  soort: Soort;
  begin: Temporal.Instant;
  geannuleerd: boolean;
  /** For the same persoon a later one of the same vergadering is due as well, which says all that this one would. */
  overtaken: boolean;
  /** When this persoon was last asked about this vergadering. */
  asked: Temporal.Instant | undefined;
  /** How many acties still wait for an update. */
  open: number;
};

export type Outcome = { send: true } | { wait: Temporal.Instant } | { lapse: string };

/** What becomes of a herinnering that is due. */
export function decide(
  { soort, begin, geannuleerd, overtaken, asked, open }: Due,
  now: Temporal.Instant,
): Outcome {
  if (geannuleerd) return { lapse: 'de vergadering gaat niet door' };
  if (Temporal.Instant.compare(now, begin) >= 0) return { lapse: 'de vergadering is al geweest' };
  const asks = soort === 'uitvraag' || soort === 'herhaling';
  if (asks && overtaken) return { lapse: 'ingehaald door een latere herinnering' };
  if (asks && open === 0) return { lapse: 'er staat niets meer open' };
  const earliest = asks && asked && !isNewRound(asked, now) ? nextRound(asked) : withinHours(now);
  if (Temporal.Instant.compare(earliest, now) <= 0) return { send: true };
  const tooLate = Temporal.Instant.compare(earliest, begin) >= 0;
  return tooLate ? { lapse: 'kon niet meer op tijd binnen werktijd' } : { wait: earliest };
}
