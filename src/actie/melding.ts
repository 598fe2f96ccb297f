import { isEnded, parseStatus, STATUS_WOORD, type Status } from './actie.ts';

/** What somebody wrote behind the number of an actie, as far as it is a report. */
export type Reading =
  | { kind: 'melding'; status: Status | undefined; toelichting: string }
  /** It can be read in more than one way; `undefined` among the statuses: the status stays. */
  | { kind: 'doubt'; statuses: (Status | undefined)[]; toelichting: string }
  | { kind: 'question' };

const VRAAGWOORD =
  /^(?:hoe|wat|wie|wanneer|wnr|waarom|waar|welke?|hoeveel|is er|zijn er|kan|kun|kunnen|mag|moet)\b|^loopt (?:het|dit|die|deze)(?: \S+)?$/i;
/** "stand van zaken graag", "status", "bekijken": asks how the actie stands. */
const STAND =
  /^(?:graag|aub|svp|alsjeblieft|alstublieft|bekijken|tonen|zien|details|overzicht)$|^(?:(?:de|het|graag|laatste|huidige|is|er|al|nog) )*(?:stand(?: van zaken)?|status|stavaza|voortgang|nieuws|updates?|trekkers?|financiering)(?: (?:graag|aub|svp|nu|alsjeblieft|alstublieft|opvragen))*$/i;
/** "actie 4 en 13", "actie 4 t/m 8" */
const NUMMERS = /^(?:en|of|t\/m|tot|,|&|-)\s*(?:met\s+)?#?\d+/i;
/** "loopt nog niet", "loopt vertraging op": the opposite of what the first word says. */
const TEGENDEEL =
  /^(?:(?:nog |al |helemaal |eigenlijk )*(?:niet|geen|nauwelijks)|vertraging|achter|uit|vast|mis|stroef)\b/i;
/** Behind a status: nothing, a mark, a new line, or the capital of a new sentence. */
const AFGEBAKEND = /^(?:$|\s*[:;,.!–—\n-]|\s*[\p{Lu}\d«"'(])/u;

const AAN_HET_BEGIN = new RegExp(`^(?<woord>${STATUS_WOORD})(?![\\p{L}])(?<rest>.*)$`, 'isu');

/** Reads what was typed. Never guesses: a sentence that may say something else than its first word is a doubt. */
export function readMelding(typed: string): Reading {
  const text = typed.trim();
  const asks = [VRAAGWOORD, STAND, NUMMERS].some((rule) => rule.test(text.replace(/[.!]+$/, '')));
  if (asks || text.endsWith('?')) return { kind: 'question' };
  const match = AAN_HET_BEGIN.exec(text)?.groups;
  const status = match && parseStatus(match['woord'] ?? '');
  if (!match || !status) return withoutStatus(text);
  const rest = match['rest'] ?? '';
  const toelichting = rest.replace(/^[\s:;,.!–—-]+/, '').replace(/^\.$/, '');
  const goesOn = !/^\s*[:;,.!–—\n-]/.test(rest);
  if (goesOn && status !== 'nader_uit_te_werken' && TEGENDEEL.test(toelichting))
    return doubt(status === 'loopt' ? ['vertraagd', status] : [status, undefined], text);
  if (isEnded(status) && !AFGEBAKEND.test(rest)) return doubt([status, undefined], text);
  return { kind: 'melding', status, toelichting };
}

const doubt = (statuses: (Status | undefined)[], toelichting: string): Reading => {
  return { kind: 'doubt', statuses, toelichting };
};

/** No status in front; but "is afgerond" and "vertragd wachten op geld" do speak of one. */
function withoutStatus(text: string): Reading {
  const words = text.split(/\s+/).slice(0, 3);
  for (const word of words) {
    const bare = word.replace(/[^\p{L}]/gu, '').toLowerCase();
    const status = NAMEN.find(([naam]) => naam === bare || isOneTypoAway(naam, bare))?.[1];
    if (status) return doubt([status, undefined], text);
  }
  return { kind: 'melding', status: undefined, toelichting: text };
}

const NAMEN: [string, Status][] = [
  ['loopt', 'loopt'],
  ['vertraagd', 'vertraagd'],
  ['vertraging', 'vertraagd'],
  ['afgerond', 'afgerond'],
  ['gestopt', 'gestopt'],
];

/** One letter more, less, other, or two letters the other way round. */
function isOneTypoAway(a: string, b: string): boolean {
  if (a === b || b.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  let front = 0;
  while (front < a.length && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const [restA, restB] = [a.slice(front, a.length - back), b.slice(front, b.length - back)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === [...restB].reverse().join('');
}

/** A report without a number: what it is about, and the statuses that may be meant (undefined: the status stays). */
export type Zin = { onderwerp: string; statuses: (Status | undefined)[] };

/** The first verb that says how something goes, behind what it is said of; a question begins with it. */
const GEZEGDE =
  /^(?<onderwerp>.{3,200}?)\s+(?<gezegde>(?:is|zijn|loopt|lopen|heeft|hebben|ligt|liggen|gaat|gaan|raakt|raken)\s.+)$/isu;
/** Asks, or speaks of more than one actie. */
const ANDERS =
  /\b(?:of|hoe|wat|wie|welke?|wanneer|waarom|hoeveel|weten|weet|vertel|toon|laat|geef|zoek|kun|kan|graag|acties|alles|thema|pijler)\b/i;
/** What says how it goes without the name of a status. */
const GEZEGDEN: [RegExp, Status][] = [
  [/^(?:is|zijn) (?:\S+ )?(?:gestart|begonnen|van start)\b/i, 'loopt'],
  [/^(?:loopt|lopen|gaat|gaan) (?:goed|prima|volgens (?:de )?plan)\b/i, 'loopt'],
  [/^(?:loopt|lopen|ligt|liggen|raakt|raken) (?:\S+ )?(?:achter|stil|vast|uit)\b/i, 'vertraagd'],
  [/^(?:is|zijn) (?:\S+ )?(?:klaar|gereed|voltooid)\b/i, 'afgerond'],
];
const ONTKEND = /\b(?:niet|geen|nooit|bijna|haast|deels|gedeeltelijk|nauwelijks)\b/i;

/** Undefined: it says of nothing how it goes, or it asks. */
export function readZin(typed: string): Zin | undefined {
  const text = typed.trim();
  const { onderwerp, gezegde } = GEZEGDE.exec(text)?.groups ?? {};
  if (!onderwerp || !gezegde || text.endsWith('?') || ANDERS.test(onderwerp) || VRAAGWOORD.test(text))
    return undefined;
  const found = statusesIn(gezegde);
  if (!found) return undefined;
  return { onderwerp, statuses: ONTKEND.test(gezegde) ? [undefined] : [...found, undefined] };
}

function statusesIn(gezegde: string): Status[] | undefined {
  const said = GEZEGDEN.find(([words]) => words.test(gezegde))?.[1];
  if (said) return [said];
  const reading = readMelding(gezegde);
  if (reading.kind === 'question') return undefined;
  if (reading.kind === 'melding') return reading.status && [reading.status];
  return reading.statuses.flatMap((status) => status ?? []);
}
