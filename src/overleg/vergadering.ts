import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import { isWerkdag } from '../kalender/werkdag.ts';
import { Refusal } from '../refusal.ts';

/** "donderdag 14 januari 2027 om 10:00 uur". */
export function beginText(begin: Temporal.Instant): string {
  return `${dagText(toLocal(begin).toPlainDate())} om ${tijdText(begin)} uur`;
}

/** When a vergadering can be: ahead of `now`, on a working day. Refuses anything else, and says why. */
export function checkBegin(begin: Temporal.Instant, now: Temporal.Instant): void {
  const date = toLocal(begin).toPlainDate();
  if (Temporal.Instant.compare(begin, now) <= 0) {
    throw new Refusal(`${dagText(date)} is al geweest. Kies een dag na vandaag.`);
  }
  if (!isWerkdag(date)) {
    const why = date.dayOfWeek > 5 ? 'valt in het weekend' : 'is een feestdag';
    throw new Refusal(`${dagText(date)} ${why}. Kies een werkdag.`);
  }
}
