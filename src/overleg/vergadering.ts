import { DAG_WOORD, DATUM_BEGIN } from '../kalender/dag.ts';
import { atLocalTime, dagText, tijdText, toLocal } from '../kalender/datum.ts';
import { datumText } from '../kalender/maand.ts';
import { isWerkdag, plusWerkdagen } from '../kalender/werkdag.ts';
import { Refusal } from '../refusal.ts';

/** "donderdag 14 januari 2027 om 10:00 uur". */
export function beginText(begin: Temporal.Instant): string {
  return `${dagText(toLocal(begin).toPlainDate())} om ${tijdText(begin)} uur`;
}

/** "De vergadering is op …", or was. */
export const vergaderingText = (
  begin: Temporal.Instant,
  now: Temporal.Instant,
  when = beginText(begin),
): string => `De vergadering ${Temporal.Instant.compare(begin, now) > 0 ? 'is' : 'was'} op ${when}`;

/** "Stadhuis Haarlem, zaal 3 · https://…"; empty: not known. */
export const waarText = ({ plaats, link }: { plaats: string; link: string }): string =>
  [plaats, link].filter((part) => part !== '').join(' · ');

/** How the code of an overleg is written in words, as a pattern. */
export const CODE_WORD = '[a-z]{2,8}(?:-[a-z]{2,8})?';

/** The code of an overleg, if one is named: a word that does not begin a day. */
export const MET_CODE = `(?: (?!(?:van|${DATUM_BEGIN})\\b)(?<code>${CODE_WORD}))?`;

/** The day of a vergadering. After «van» what is no month is taken for one too: it is refused by name. */
export const VAN_DAG = ` (?:(?:van |op )?(?<dag>${DAG_WOORD})|van (?<dag>\\d{1,2} [a-z]{3,9}(?: \\d{4})?))`;

/** Which vergadering is meant: «», « RBA», « RBA van 14 oktober 2027», « 14 oktober». */
export const WELKE = `${MET_CODE}(?:${VAN_DAG})?`;

/** "14 oktober 2027": the day by which a vergadering is named. */
export const dagVanText = (begin: Temporal.Instant): string => datumText(toLocal(begin).toPlainDate());

/** A day and time that a next vergadering could be at, to show how one is typed: "22 februari 2027 10:00". */
export function voorbeeldText(now: Temporal.Instant): string {
  const date = plusWerkdagen(toLocal(now).toPlainDate().add({ months: 3 }), 0);
  return `${datumText(date)} ${tijdText(atLocalTime(date, '10:00'))}`;
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
