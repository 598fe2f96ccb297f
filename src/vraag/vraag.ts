import { isGewoon, isStil } from '../actie/gewoon.ts';
import { contentWords, plain } from '../actie/woord.ts';
import { CUES, type Cue } from './cue.ts';
import { core, mend, numbersInWords, polite } from './zin.ts';

/** What somebody wants to know. */
export type Bedoeling =
  | { soort: 'actie'; nummer: number }
  | { soort: 'wijzigen'; nummer: number | undefined }
  | { soort: 'commando'; command: string; input: Record<string, string> }
  /** A list or a count of acties. `woorden`: what narrows it. */
  | { soort: 'lijst'; woorden: string }
  /** What there is about something: one or more acties. */
  | { soort: 'onderwerp'; woorden: string }
  /** One actie, or whatever the words mean. `streng`: about something else than the agenda, unless it clearly is not. */
  | { soort: 'zoek'; woorden: string; streng: boolean };

/** A name by which people call an overleg. */
export type OverlegNaam = { code: string; naam: string };

/** A row that a number decides, as a pattern on plain words. */
type Nummerrij = { als: RegExp; dan: (match: RegExpExecArray) => Bedoeling };

const MAAND = '(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)';

/** The rows that name one thing, tried first and from top to bottom. */
const NUMMERRIJEN: Nummerrij[] = [
  // To change something is not asked with a question, and never done by one.
  {
    als: /^(?:zet|maak|verander|wijzig|verwijder|wis|schrap|annuleer|sluit|markeer|registreer|meld|noteer)\b(?:.*?\b(?:acti?e|aktie|nr|nummer) (\d{1,9})\b)?/,
    dan: ([, nummer]) => ({ soort: 'wijzigen', nummer: nummer ? Number(nummer) : undefined }),
  },
  {
    als: /\b(?:acties?|nummers?|nrs?) \d{1,6}(?: (?:en |of |t m |tm |tot en met |tot )?\d{1,6})+\b/,
    dan: (match) => ({ soort: 'lijst', woorden: match.input }),
  },
  // A number with the word actie beside it is the clearest question of all; a number alone may be a thema or a date.
  {
    als: new RegExp(
      `\\b(?<!thema )(?:acti?e|aktie|actiepunt|actienummer|nr|nummer|punt) (?:nr |nummer |met nummer )?(\\d{1,15})\\b(?! ${MAAND})`,
    ),
    dan: ([, nummer]) => ({ soort: 'actie', nummer: Number(nummer) }),
  },
  {
    als: /^(?:(?:en|of|ook|nummer|de) )*(\d{1,4})(?: (?:graag|svp|aub|status|stand|is|loopt|afgerond|klaar|vertraagd|hoe|wat|wie|trekker)\b.*)?$/,
    dan: ([, nummer]) => ({ soort: 'actie', nummer: Number(nummer) }),
  },
  {
    als: /\b(?:het|de|punt) (\d{1,4})e? (?:actie|punt)\b|^(?:hoe (?:staat|gaat|is|zit) (?:het|t) (?:met|nu met)|(?:status|stand|stavaza) van|status|stand|stavaza|hoe staat|wie (?:trekt|doet)) (\d{1,4})\b(?! [a-z]*(?:acties|maanden|weken|dagen))/,
    dan: ([, a, b]) => ({ soort: 'actie', nummer: Number(a ?? b) }),
  },
];

/**
 * One thing that can be meant. `heeft`: the cues that a sentence must all have; `zonder`: those it may not have. `over`: how many
 * words that say something may be left beside the cues; each of them may be what the question is really about.
 */
type Rij = {
  heeft: Cue[];
  zonder?: Cue[];
  over: number;
  kort?: number;
  dan: (zin: Zin) => Bedoeling;
};

type Zin = { text: string; overleg: OverlegNaam | undefined };

const ANY = Number.POSITIVE_INFINITY;
const opdracht =
  (command: string, input: Record<string, string> = {}) =>
  (): Bedoeling => ({ soort: 'commando', command, input });
const mijn = opdracht('acties', { filter: 'mijn zonder update' });
const overleg = ({ overleg: named }: Zin): Bedoeling => {
  return { soort: 'commando', command: 'overleg.toon', input: named ? { code: named.code } : {} };
};
const sinds = ({ text }: Zin): Bedoeling => {
  return { soort: 'commando', command: 'sinds.toon', input: { sinds: sindsOf(text) } };
};
const lijst = ({ text }: Zin): Bedoeling => ({ soort: 'lijst', woorden: text });
const eigenLijst = ({ text }: Zin): Bedoeling => ({ soort: 'lijst', woorden: `mijn ${text}` });

/** What can be meant, tried from top to bottom. */
const RIJEN: Rij[] = [
  { heeft: ['ik', 'moet', 'melden'], over: 2, dan: mijn },
  { heeft: ['vanmij', 'verwacht'], over: 2, dan: mijn },
  { heeft: ['mijntaken'], over: 1, dan: mijn },
  { heeft: ['mijnacties'], over: ANY, dan: eigenLijst },
  { heeft: ['vanmij', 'ligt'], over: 0, dan: mijn },
  { heeft: ['ik', 'ligt'], zonder: ['stand'], over: 0, dan: mijn },
  { heeft: ['ik', 'moet'], over: 0, dan: mijn },

  { heeft: ['veranderd', 'sinds'], zonder: ['hoeveel'], over: 0, dan: sinds },
  { heeft: ['sinds'], zonder: ['hoeveel', 'wanneer'], over: 0, dan: sinds },
  { heeft: ['veranderd', 'sindskort'], zonder: ['hoeveel'], over: 0, dan: sinds },

  { heeft: ['overleg', 'wanneer'], zonder: ['veranderd', 'vorige'], over: 2, dan: overleg },
  { heeft: ['samenkomen', 'wanneer'], over: 1, dan: overleg },
  { heeft: ['samenkomen', 'volgende'], over: 0, dan: overleg },
  { heeft: ['overleg', 'volgende'], zonder: ['vorige', 'hoeveel', 'acties'], over: 1, dan: overleg },
  { heeft: ['bijeenkomst', 'wanneer'], over: 0, dan: overleg },
  { heeft: ['bijeenkomst', 'volgende'], over: 0, dan: overleg },
  { heeft: ['overleg'], over: 0, kort: 3, dan: overleg },

  { heeft: ['veranderd'], zonder: ['hoeveel'], over: 0, dan: sinds },

  { heeft: ['dank'], zonder: ['vraagwoord'], over: 3, dan: opdracht('help') },
  { heeft: ['hoegaathet'], over: 0, kort: 8, dan: opdracht('help') },
  { heeft: ['kunnen'], zonder: ['hoeveel', 'acties', 'overleg'], over: 0, dan: opdracht('help') },
  { heeft: ['help'], zonder: ['acties'], over: 0, dan: opdracht('help') },

  { heeft: ['stand'], zonder: ['hoeveel'], over: 0, dan: opdracht('stand.toon') },
  { heeft: ['hoeveel'], over: ANY, dan: lijst },
  { heeft: ['acties'], over: ANY, dan: lijst },
  { heeft: ['wat'], over: ANY, dan: ({ text }) => ({ soort: 'onderwerp', woorden: text }) },
  { heeft: ['alles'], over: ANY, dan: lijst },
  { heeft: ['groet'], over: 0, dan: opdracht('help') },
];

/** Since when, as `sinds.toon` reads it; the previous vergadering where that or nothing is said. */
function sindsOf(text: string): string {
  const period = /\b(afgelopen|laatste|vorige?|deze|dit) (week|maand|kwartaal|jaar)\b/.exec(text);
  if (period) return `${period[1] === 'laatste' ? 'afgelopen' : period[1]} ${period[2]}`;
  const count = /\b(?:afgelopen|laatste) (\w+) (dagen|weken|maanden)\b/.exec(text);
  if (count) return `${count[1]} ${count[2]} geleden`;
  const when = /\b(?:sinds|vanaf|sedert|na|toen) (?:(?:de|het|een|t|mijn|onze|ons) )?(.+)$/.exec(
    CUES.sinds.exec(text)?.[0] ?? '',
  )?.[1];
  if (!when || /\b(?:keer|overleg|vergadering|bijeenkomst|beraad|rba|boa|vorige)$/.test(when))
    return 'vorig overleg';
  return when.trim().replace(/^(\d{1,4}) (\d{1,2}) (\d{1,4})$/, '$1-$2-$3');
}

/** What the words that tell what is asked leave: the words that say something about what it is about. */
function over(text: string, heeft: readonly Cue[]): number {
  const rest = heeft.reduce((left, cue) => left.replace(new RegExp(CUES[cue].source, 'g'), ' '), text);
  return contentWords(rest).filter((word) => !isGewoon(word)).length;
}

/** An overleg by its name or code, with «overleg» in its place. */
function nameOverleg(text: string, names: readonly OverlegNaam[]): Zin {
  for (const overleg of names)
    for (const name of [plain(overleg.naam), plain(overleg.code)]) {
      const said = new RegExp(`\\b${name}(?: (?:overleg|vergadering|beraad|bijeenkomst))?\\b`);
      if (name && said.test(text)) return { text: text.replace(said, 'overleg'), overleg };
    }
  return { text, overleg: undefined };
}

/** «hoeveel werklozen» counts something that no agenda counts; «hoe vraag ik» asks for a service. */
function isElsewhere(text: string): boolean {
  const counted = /\b(?:hoeveel|hvl|hoe veel|aantal) ([a-z]+)/.exec(text)?.[1];
  const other =
    counted !== undefined && !isStil(counted) && !CUES.acties.test(text) && !VERBOGEN.test(counted);
  const who =
    /\b(?:wie (?:is|zijn|wordt|was)|hoe heet|wat verdient) (?:er )?(?:de|het|een|nu|ook alweer) ([a-z]+)/.exec(
      text,
    )?.[1];
  const role = who !== undefined && !isStil(who);
  const service =
    /^(?:en |maar )?(?:hoe|waar|kan|mag) (?:\w+ )?(?:ik|we|iemand)\b/.test(text) && !/\bacties?\b/.test(text);
  return other || role || service;
}

/** A state, or how much of it: "hoeveel lopende", "hoeveel vertraagde". */
const VERBOGEN =
  /^(?:lopende?|vertraagde?|afgeronde?|gestopte?|open|openstaande|actieve|nieuwe|regionale|lokale|ontbreken|zitten|vallen|liggen|komen|horen|bestaat|telt|heeft|kent)$/;

/** What a text asks. Always something: what fits no row is searched for. `names`: of the overleggen. */
export function readVraag(typed: string, names: readonly OverlegNaam[] = []): Bedoeling {
  const hash = /(?:^|\s)#(\d{1,15})\b/.exec(typed);
  const text = polite(numbersInWords(mend(core(hash ? typed.replace('#', 'actie ') : typed))));
  for (const { als, dan } of NUMMERRIJEN) {
    const match = als.exec(text);
    if (match) return dan(match);
  }
  const streng = isElsewhere(text);
  const named = nameOverleg(text, names);
  for (const { heeft, zonder = [], over: mag, kort = ANY, dan } of RIJEN) {
    const says = (cue: Cue) => CUES[cue].test(named.text);
    if (!heeft.every(says) || zonder.some(says) || named.text.split(' ').length > kort) continue;
    if (mag !== ANY && over(named.text, heeft) > mag) continue;
    // About what the asker carries is about the agenda, however it is asked.
    if (streng && mag === ANY && !heeft.includes('mijnacties')) break;
    return dan({ ...named, text: mag === ANY ? text : named.text });
  }
  return { soort: 'zoek', woorden: text, streng };
}
