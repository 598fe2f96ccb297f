import { DAGEN } from '../kalender/maand.ts';
import type { Datumtaal } from './datumtaal.ts';
import type { Voorkeur } from './voorkeur.ts';

/** Everything that somebody can set. */
export type Instelling<Platform extends string = string> = Voorkeur & {
  /** Where first; null: where they were last. */
  platform: Platform | null;
  datums: Datumtaal;
};

export const DATUMTALEN: Record<Datumtaal, string> = {
  nederlands: 'voluit: donderdag 14 januari 2027',
  kort: 'kort: do 14-1-2027',
  engels: 'Engels: Thursday 14 January 2027',
};

const WERKWEEK = [1, 2, 3, 4, 5];

/** "maandag t/m vrijdag", "dinsdag en donderdag". */
export function dagenInWoorden(dagen: readonly number[]): string {
  const namen = [...dagen].sort((a, b) => a - b).map((dag) => DAGEN[dag - 1] ?? '');
  if (namen.length === WERKWEEK.length) return 'maandag t/m vrijdag';
  const [last, ...others] = namen.toReversed();
  return others.length === 0 ? (last ?? '') : `${others.toReversed().join(', ')} en ${last}`;
}

const NAAM = '(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?|ma|di|wo|do|vr|za|zo';
const LIJST = new RegExp(`^(?:${NAAM})(?:(?:, ?| en | of | )(?:${NAAM}))*$`);
const REEKS = new RegExp(`^(?<van>${NAAM}) (?:t/m|tm|tot en met|-) (?<tot>${NAAM})$`);

/** A list of days of the week, as a pattern for phrases. */
export const DAGEN_LIJST = `(?:(?:${NAAM})(?: (?:t/m|tm|tot en met|-) |, ?| en | of | )?)+|(?:alle )?werkdagen|(?:elke|iedere) (?:werk)?dag`;

const dagOf = (word: string): number =>
  DAGEN.findIndex((naam) => naam.startsWith(word.replace(/en$/, ''))) + 1;

/** Reads "ma, di en do", "dinsdag t/m vrijdag", "werkdagen"; a sentence, where it cannot be. */
export function readDagen(words: string): { dagen: number[] } | { fout: string } {
  const plain = words
    .trim()
    .toLowerCase()
    .replace(/^(?:alleen )?(?:op )?/, '')
    .replace(/[.!]$/, '');
  if (/^(?:(?:alle )?werkdagen|(?:elke|iedere) (?:werk)?dag|gewoon)$/.test(plain)) return { dagen: WERKWEEK };
  const reeks = REEKS.exec(plain)?.groups;
  if (!reeks && !LIJST.test(plain)) {
    return {
      fout: `Ik begrijp de dagen «${words.trim().slice(0, 80)}» niet. Schrijf bijvoorbeeld «dinsdag en donderdag» of «ma t/m do».`,
    };
  }
  const [van, tot] = [dagOf(reeks?.['van'] ?? ''), dagOf(reeks?.['tot'] ?? '')];
  if (reeks && tot < van) return { fout: 'Zet de eerste dag van de week vooraan, bijvoorbeeld «ma t/m do».' };
  const dagen = reeks
    ? Array.from({ length: tot - van + 1 }, (_, step) => van + step)
    : [...new Set((plain.match(new RegExp(NAAM, 'g')) ?? []).map(dagOf))].sort((a, b) => a - b);
  if (dagen.some((dag) => dag > 5)) {
    return { fout: 'Op zaterdag en zondag stuur ik niets. Kies dagen van maandag t/m vrijdag.' };
  }
  return { dagen };
}

/** From and until when somebody can want the first of a day. */
const VROEGST = '07:00';
const LAATST = '18:00';

/** The times on a form. */
export const TIJDEN: readonly string[] = Array.from(
  { length: 12 },
  (_, hour) => `${String(hour + 7).padStart(2, '0')}:00`,
);

/** Reads "8", "8 uur", "8:30", "half negen" not; a sentence, where it cannot be. */
export function readTijd(words: string): { tijd: string } | { fout: string } {
  const { uur, minuut = '00' } =
    /^(?<uur>\d{1,2})(?:[:.](?<minuut>[0-5]\d))?(?: ?uur)?$/i.exec(words.trim())?.groups ?? {};
  const tijd = `${uur?.padStart(2, '0')}:${minuut}`;
  if (uur !== undefined && tijd >= VROEGST && tijd <= LAATST) return { tijd };
  return { fout: `Kies een tijd van 7:00 t/m 18:00 uur, bijvoorbeeld «herinner mij om 8 uur».` };
}
