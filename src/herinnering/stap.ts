import { Refusal } from '../refusal.ts';
import { type Doelgroep, isErna, STAPPEN, type Stap, type Stapplan } from './aanloop.ts';
import { KAN_AAN, STANDAARD } from './standaard.ts';

/** How a step is written in words, as a pattern. */
export const STAP_WOORD =
  'agendacommissie|uitvraag|herinnering|aanlevertermijn|termijn|coulance|escalatie|stukken(?: rond)?|aankondiging|dag[ _-]?ervoor|na[ _-]?afloop';

const STAP_GEHEEL = new RegExp(`^(?:${STAP_WOORD})$`);

/** The step that a word means; undefined: none. */
export function stapVan(word: string): Stap | undefined {
  const said = word.trim().toLowerCase();
  if (!STAP_GEHEEL.test(said)) return undefined;
  const written = said.replace(/^termijn$/, 'aanlevertermijn').replace(/ rond$/, '');
  return STAPPEN.find((stap) => stap === written.replace(/^(dag|na)[ -]?(?=[a-z])/, '$1_'));
}

/** Who gets a step, in words. */
export const DOELGROEPEN: Record<Doelgroep, string> = {
  trekkers: 'de trekkers',
  hogerop: 'wie voor de trekker invalt: vervanger, contact, secretaris',
  secretaris: 'de secretaris',
  agendacommissie: 'de agendacommissie',
  leden: 'de leden',
};

/** What of a step can be changed for an overleg. */
export type Instelling = Pick<Stapplan, 'werkdagen' | 'tijd' | 'aan' | 'tekst' | 'actief'>;

/** As it is when nothing was said. */
export function standaardVan(stap: Stap): Instelling {
  const { werkdagen, tijd, aan, tekst, uit } = STANDAARD[stap];
  return { werkdagen, tijd, aan, tekst, actief: uit === undefined };
}

/** "12 werkdagen ervoor", "op de dag zelf". */
export function werkdagenText(werkdagen: number): string {
  if (werkdagen === 0) return 'op de dag zelf';
  const count = Math.abs(werkdagen);
  return `${count} ${count === 1 ? 'werkdag' : 'werkdagen'} ${werkdagen < 0 ? 'ervoor' : 'erna'}`;
}

const MAX_ERVOOR = 60;
const MAX_ERNA = 20;
export const MAX_TEKST = 300;

type Fout = { fout: string };

/** "12", "12 werkdagen ervoor", "2 werkdagen erna": the first word after the number, and on which side. */
const WERKDAGEN =
  '(?<count>\\d{1,4}) ?(?:werkdag(?:en)?|dag(?:en)?)?(?: ?(?<kant>ervoor|vooraf|van tevoren|voor|erna|na afloop|na))?(?: de vergadering)?';
const WERKDAGEN_GEHEEL = new RegExp(`^${WERKDAGEN}$`, 'i');

/** What a number without «ervoor» or «erna» means. */
const isNaAfloop = (stap: Stap): boolean => isErna(STANDAARD[stap]);

/** A number of working days, as it is counted: before the vergadering negative, after it positive. */
export function leesWerkdagen(stap: Stap, text: string): number | Fout {
  const { count = '', kant } = WERKDAGEN_GEHEEL.exec(text.trim())?.groups ?? {};
  const erna = kant === undefined ? isNaAfloop(stap) : /^na|na$/i.test(kant);
  const number = count === '' ? Number.NaN : Number(count);
  if (number <= (erna ? MAX_ERNA : MAX_ERVOOR)) return erna ? number : 0 - number;
  return {
    fout: erna
      ? `Kies een aantal werkdagen erna, van 1 tot en met ${MAX_ERNA}.`
      : `Kies een aantal werkdagen ervoor, van 0 (op de dag zelf) tot en met ${MAX_ERVOOR}.`,
  };
}

/** As it is typed: "12", or "2 erna" where a number alone would mean before. */
export const werkdagenGetypt = (stap: Stap, werkdagen: number): string => {
  const count = Math.abs(werkdagen);
  return werkdagen > 0 && !isNaAfloop(stap) ? `${count} erna` : `${count}`;
};

/** "HH:MM", of "9:00" and "9 uur" too. */
export function leesTijd(text: string): string | Fout {
  const read = /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?(?: ?uur)?$/.exec(text.trim())?.groups;
  const tijd = `${(read?.['hour'] ?? '').padStart(2, '0')}:${read?.['minute'] ?? '00'}`;
  const quarter = /:(?:00|15|30|45)$/.test(tijd);
  return read && quarter && tijd >= '07:00' && tijd <= '18:00'
    ? tijd
    : { fout: 'Kies een tijd tussen 07:00 en 18:00, op het kwartier. Bijvoorbeeld 09:15.' };
}

/** Empty: the words that are there by default. */
export function leesTekst(stap: Stap, text: string): string | Fout {
  const tekst = text.trim().replace(/[^\S\n]+/g, ' ');
  if (tekst.length > MAX_TEKST)
    return { fout: `Hoogstens ${MAX_TEKST} tekens. Dit zijn er ${tekst.length}.` };
  return tekst === '' ? STANDAARD[stap].tekst : tekst;
}

export function leesDoelgroep(stap: Stap, text: string): Doelgroep | Fout {
  const kan = KAN_AAN[stap];
  const meant = kan.find((one) => one === text.trim().toLowerCase());
  return meant ?? { fout: `${STANDAARD[stap].naam} kan alleen naar: ${kan.join(', ')}.` };
}

export const isFout = (read: unknown): read is Fout => typeof read === 'object' && read !== null;

/** Takes what was read, or refuses it. */
function neem<T extends string | number>(read: T | Fout): T {
  if (isFout(read)) throw new Refusal(read.fout);
  return read as T;
}

type Deel = { patroon: RegExp; neem: (match: Record<string, string>, stap: Stap) => Partial<Instelling> };

const DELEN: readonly Deel[] = [
  {
    patroon: /^tekst:? (?<tekst>.+)$/is,
    neem: ({ tekst = '' }, stap) => ({ tekst: neem(leesTekst(stap, tekst)) }),
  },
  {
    patroon: /^(?:aan|voor) (?:de )?(?<aan>trekkers|hogerop|secretaris|agendacommissie|leden)\b/i,
    neem: ({ aan = '' }, stap) => ({ aan: neem(leesDoelgroep(stap, aan)) }),
  },
  { patroon: /^(?<stand>aan|uit)\b/i, neem: ({ stand = '' }) => ({ actief: stand.toLowerCase() === 'aan' }) },
  {
    patroon: /^(?:om )?(?<tijd>\d{1,2}[:.]\d{2}(?: ?uur)?|\d{1,2} ?uur)(?!\w)/i,
    neem: ({ tijd = '' }) => ({ tijd: neem(leesTijd(tijd)) }),
  },
  { patroon: /^op de dag zelf\b/i, neem: () => ({ werkdagen: 0 }) },
  {
    patroon: new RegExp(`^(?<dagen>${WERKDAGEN})(?!\\w)`, 'i'),
    neem: ({ dagen = '' }, stap) => ({ werkdagen: neem(leesWerkdagen(stap, dagen)) }),
  },
];

/** Reads what a step becomes: "12 werkdagen ervoor 10:00", "uit", "aan leden", "tekst: …". Refuses what it cannot read. */
export function leesInstelling(words: string, stap: Stap): Partial<Instelling> {
  let rest = words.trim();
  const read: Partial<Instelling> = {};
  while (rest !== '') {
    const found = DELEN.map((deel) => ({ deel, match: deel.patroon.exec(rest) })).find(({ match }) => match);
    if (!found?.match) {
      throw new Refusal(
        `Ik begrijp «${rest.slice(0, 80)}» niet. Schrijf bijvoorbeeld «overleg aanloop ${stap.replace('_', ' ')} ${isNaAfloop(stap) ? '2 werkdagen erna' : '12 werkdagen ervoor'} 10:00», «… uit», «… tekst We horen graag hoe het gaat.» of «… zoals standaard».`,
      );
    }
    Object.assign(read, found.deel.neem(found.match.groups ?? {}, stap));
    rest = rest.slice(found.match[0].length).replace(/^[\s,;.]+(?:en )?/i, '');
  }
  return read;
}
