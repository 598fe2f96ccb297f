import { DAGEN, readNamed, readNumeric } from './maand.ts';
import { readPeriode } from './periode.ts';

/** Which one is meant of the many days a word can name: the first to come, or the last that was. */
export type Richting = 'vooruit' | 'terug';

/** A day; or, of words that say a day that cannot be, why not, as a Dutch sentence. */
export type Gelezen = { date: Temporal.PlainDate } | { onmogelijk: string };

type Lezer = (
  words: string,
  today: Temporal.PlainDate,
  richting: Richting,
) => Gelezen | Temporal.PlainDate | undefined;

const WEEKDAG = '(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag)';

/** The words that can begin a date, as a pattern. */
export const DATUM_BEGIN = `naar|op|over|vandaag|morgen|overmorgen|gisteren|eergisteren|volgende?|vorige?|komende?|aanstaande?|afgelopen|deze|dit|begin|half|medio|eind|einde|${WEEKDAG}`;

const MAAND = '(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\\.?';
const TIJD = '(?:,? (?:om )?\\d{1,2}(?:[:.]\\d{2}(?: uur)?| uur))?';

/** How a day is written, and perhaps a time after it, as a pattern: enough to find it among other words, not to read it. */
export const DAG_WOORD = `(?:(?:${WEEKDAG} )?\\d{1,2} ${MAAND}(?: \\d{4})?|\\d{1,4}[-/]\\d{1,2}(?:[-/]\\d{2,4})?|(?:volgende|komende|deze) week ${WEEKDAG}|${WEEKDAG}|vandaag|morgen|overmorgen)(?!\\w)${TIJD}`;

const LEZERS: Lezer[] = [readNear, readStep, readWeekday, readPeriode, readNumeric, readNamed];

/**
 * Reads a day in lower-case Dutch, as seen from `today`. Without a year or a week, `richting` chooses: from today on,
 * or before today. Undefined for what is no date, and for one that the database could not keep.
 */
export function readDag(
  words: string,
  today: Temporal.PlainDate,
  richting: Richting = 'vooruit',
): Gelezen | undefined {
  const plain = words.replaceAll('é', 'e').replace(/^(?:op|de) /, '');
  for (const read of LEZERS) {
    const found = read(plain, today, richting);
    if (!found) continue;
    if ('onmogelijk' in found) return found;
    const date = 'date' in found ? found.date : found;
    return date.year >= 1900 && date.year < 2200 ? { date } : undefined;
  }
  return undefined;
}

const NABIJ: Record<string, number> = {
  eergisteren: -2,
  gisteren: -1,
  vandaag: 0,
  morgen: 1,
  overmorgen: 2,
};

function readNear(words: string, today: Temporal.PlainDate) {
  const days = NABIJ[words];
  return days === undefined ? undefined : today.add({ days });
}

const TELWOORDEN = 'een twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ');
const TELWOORD = `\\d{1,4}|${TELWOORDEN.join('|')}`;
const EENHEDEN: [RegExp, Temporal.DurationLike][] = [
  [/^dag(?:en)?$/, { days: 1 }],
  [/^we(?:ek|ken)$/, { weeks: 1 }],
  [/^maand(?:en)?$/, { months: 1 }],
  [/^kwarta(?:al|len)$/, { months: 3 }],
  [/^ja(?:ar|ren)$/, { years: 1 }],
];

const VERDER = new RegExp(`^(?:\\+|over )\\s*(?<count>${TELWOORD}) (?<unit>\\p{L}+)$`, 'u');
const GELEDEN = new RegExp(`^(?<count>${TELWOORD}) (?<unit>\\p{L}+) (?:geleden|terug)$`, 'u');

/** "over twee weken", "+3 weken", "3 weken geleden". */
function readStep(words: string, today: Temporal.PlainDate) {
  const ahead = VERDER.exec(words)?.groups;
  const { count = '', unit = '' } = ahead ?? GELEDEN.exec(words)?.groups ?? {};
  const one = EENHEDEN.find(([name]) => name.test(unit))?.[1];
  if (!one) return undefined;
  const times = /^\d/.test(count) ? Number(count) : TELWOORDEN.indexOf(count) + 1;
  const [[name, size] = ['days', 0]] = Object.entries(one) as [string, number][];
  return today.add({ [name]: size * times * (ahead ? 1 : -1) });
}

const DAG = '(?<dag>maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)';
const WEEK = '(?<week>volgende|komende|deze|vorige|afgelopen) week';
const OF_WEEK = [new RegExp(`^${WEEK} (?:op )?${DAG}$`), new RegExp(`^${DAG} (?:van )?${WEEK}$`)];
const BARE = new RegExp(`^(?:(?<welke>komende|aanstaande|afgelopen|vorige) )?${DAG}$`);
const WEKEN: Record<string, number> = { volgende: 1, komende: 1, deze: 0, vorige: -1, afgelopen: -1 };

/** "volgende week dinsdag", "dinsdag" (never today), "afgelopen dinsdag". A week begins on Monday. */
function readWeekday(words: string, today: Temporal.PlainDate, richting: Richting) {
  const groups = [...OF_WEEK, BARE].map((pattern) => pattern.exec(words)?.groups).find(Boolean);
  if (!groups) return undefined;
  const target = DAGEN.findIndex((naam) => naam.startsWith(groups['dag'] ?? '')) + 1;
  const ahead = target - today.dayOfWeek;
  const week = WEKEN[groups['week'] ?? ''];
  if (week !== undefined) return today.add({ days: ahead + 7 * week });
  const back = groups['welke'] ? /^(?:afgelopen|vorige)$/.test(groups['welke']) : richting === 'terug';
  return today.add({ days: back ? ahead - (ahead >= 0 ? 7 : 0) : ahead + (ahead <= 0 ? 7 : 0) });
}
