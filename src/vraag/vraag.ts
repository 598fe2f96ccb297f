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
  /** One actie, or whatever the words mean. */
  | { soort: 'zoek'; woorden: string };

/** One way to ask, as a pattern on plain words. */
type Rij = { als: RegExp; dan: (match: RegExpExecArray) => Bedoeling | undefined };

const commando =
  (command: string, input: Record<string, string> = {}) =>
  (): Bedoeling => ({ soort: 'commando', command, input });

const OVERLEG =
  '(?:overleg(?:gen)?|vergadering(?:en)?|bijeenkomst|bestuursoverleg|beraad|rba|boa|reo|agc|ipo|amro)';
const SAMEN =
  '(?:vergaderen|vergader|zien we elkaar|spreken we elkaar|komen we (?:weer )?(?:samen|bij elkaar)|bij elkaar)';
const NU = '(?:volgend|volgende|eerstvolgend|eerstvolgende|eerst volgende|komend|komende|nieuwe)';

/**
 * How people ask, tried from top to bottom: the first row that fits is meant. The rows that name one thing come before
 * those that only say that something is asked.
 */
const RIJEN: Rij[] = [
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
    als: /\b(?:acti?e|aktie|actiepunt|nr|nummer) (?:nr |nummer )?(\d{1,15})\b(?! (?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))/,
    dan: ([, nummer]) => ({ soort: 'actie', nummer: Number(nummer) }),
  },
  {
    als: /^(?:(?:en|of|ook|nummer|de) )*(\d{1,4})(?: (?:graag|svp|aub|status|stand|is|loopt|afgerond|klaar|vertraagd|hoe|wat|wie|trekker)\b.*)?$/,
    dan: ([, nummer]) => ({ soort: 'actie', nummer: Number(nummer) }),
  },
  {
    als: /\b(?:het|de|punt) (\d{1,4})e? (?:actie|punt)\b|^(?:hoe (?:staat|gaat|is|zit) (?:het|t) (?:met|nu met)|status|stand|stavaza|hoe staat|wie (?:trekt|doet)) (\d{1,4})\b(?! [a-z]*(?:acties|maanden|weken|dagen))/,
    dan: ([, a, b]) => ({ soort: 'actie', nummer: Number(a ?? b) }),
  },

  {
    als: new RegExp(
      `\\b(?:wanneer|wnr|hoe laat|welke d(?:ag|atum)|datum|tijdstip|agenda|hoelang|hoe lang|gepland)\\b.*\\b(?:${OVERLEG}|${SAMEN})\\b|\\b(?:${OVERLEG}|${SAMEN})\\b.*\\b(?:wanneer|datum|gepland|welke dag)\\b`,
    ),
    dan: (match) => overleg(match.input),
  },
  {
    als: new RegExp(`^(?:(?:wat is|is er|het|de|een|al|t) )*${NU} ${OVERLEG}(?: ${OVERLEG})?$`),
    dan: (match) => overleg(match.input),
  },

  {
    als: /\b(?:moet|dien|hoor|kan|moeten|dienen) (?:ik|wij|we)\b.*\b(?:doen|aanleveren|bijwerken|melden|updaten|invullen|geven|update|opleveren|oppakken|reageren|afmaken|afronden|actie ondernemen)\b/,
    dan: () => MIJN,
  },
  {
    als: /\b(?:van|voor) (?:mij|ons) (?:verwacht|open)\b|\b(?:verwacht|verwachten)\b.*\bvan (?:mij|me|ons)\b|\bheb ik (?:nog )?(?:openstaan|open staan|liggen|te doen|open|huiswerk|werk)\b|\b(?:staat|ligt) er (?:nog )?(?:voor|bij|op) (?:mij|me|mijn)\b|\bmijn (?:todo|taken|to do|huiswerk|actielijst|openstaande)\b|^(?:todo|to do)$/,
    dan: () => MIJN,
  },
  {
    als: /\b(?:mijn|onze) (?:eigen )?acties?\b|\bacties?\b.*\bvan (?:mij|ons|mezelf|mijn organisatie|onze organisatie)\b|\bwaar ben ik (?:de )?trekker\b|\bwat (?:trek|doe) ik\b/,
    dan: (match) => ({ soort: 'lijst', woorden: `mijn ${match.input}` }),
  },

  {
    als: /^(?:(?:en|wat|welke|is|zijn|er|dat|nu|hebben|heb|ik|we|gemist|allemaal|nog|iets|zoal|acties?|de|laatste|recente|nieuwste|toon|geef|laat|zien|zeg|mij|me|vertel|eens|al|of|dingen|zaken|overzicht|lijst|van|met|status|statussen|gekomen|bij|gebeurd|gewijzigd|veranderd|veranderingen|wijzigingen|wijziging|nieuws|nieuw|nieuwe|updates?|bijgewerkt|aangepast|ontwikkelingen|aanpassingen|gemeld|meldingen|verschil|verschillen|graag)\s*)*(?:\bsinds|\bna\b|\bvanaf)(?: (?<sinds>.+))?$/,
    dan: ({ groups }) => sinds(groups?.['sinds']),
  },
  {
    als: /^(?:(?:wat|welke|is|zijn|er|dat|nu|hebben|heb|ik|allemaal|nog|iets|zoal|de|laatste|recente|nieuwste|toon|geef|laat|zien|mij|me|vertel|eens|al|of|dingen|zaken|acties|deze|week|maand|afgelopen|tijd|periode|kwartaal)\s+)*(?:veranderd|gewijzigd|wijzigingen|veranderingen|nieuw|nieuws|gebeurd|ontwikkelingen|aangepast|updates|bijgewerkt|gemist|anders)(?: geweest| dan vorige keer| dan (?:het )?vorige? (?:overleg|vergadering)| (?:de )?(?:deze|afgelopen|laatste|vorige) (?:week|maand|tijd|periode|kwartaal|keer)| de laatste tijd| in de acties| bij de acties)?$/,
    dan: () => sinds(undefined),
  },

  { als: /^hoe (?:gaat|is) (?:het|t|ie)(?: (?:met (?:je|jou|u)|ermee|vandaag|nu))*$/, dan: commando('help') },
  {
    als: /^(?:hallo|hoi|hi|hey|hee|heey|yo|dag|moi|goede ?(?:morgen|middag|navond|avond|dag)|goedemorgen|goedemiddag|goedenavond|goedendag|dank\b.*|bedankt|dankjewel|thanks|merci|top|ok|oke|fijn|hulp|help|start|test)(?: (?:doebot|bot|allemaal|daar|dank je wel|dankjewel))*$/,
    dan: commando('help'),
  },
  {
    als: /^(?:wat|hoe) (?:kan|kun|kunt|kon|doe|doet|werk|werkt|gebruik|weet|ben|heb)\b(?: (?:je|jij|jou|u|ik|dit|dat|deze|bot|doebot|het|allemaal|voor|me|mij|eigenlijk|hier|er|mee|vragen|doen|precies|zoal|met|aan|kan|kun|nu|ie|hij|betekenen))*$|^(?:kun|kan|wil) (?:je|u|jij|iemand) (?:me|mij|ons) (?:even )?helpen$|^(?:wie|wat) (?:ben|is) (?:je|jij|u|doebot|dit)$|\bik (?:snap|begrijp) (?:het|er|dit) (?:niets? van|niet)\b|^(?:uitleg|handleiding|instructie|mogelijkheden|commandos?)$/,
    dan: commando('help'),
  },

  {
    als: /^(?:(?:hoe|wat|is|de|het|een|geef|toon|me|algemene|algemeen|laat|zien|staan|staat|over|van|er|nu|eigenlijk|totale|actuele|huidige|doe|kun|je)\s+)*(?:stand(?: van zaken)?|overzicht|samenvatting|dashboard|totaalbeeld|stavaza|(?:we|het) ervoor|doe agenda|voor met de doe agenda|ervoor met de doe agenda|ervoor met de acties)(?: (?:van|met|voor|over|de|het|alle|hele|doe|agenda|acties|per|pijler|status|thema|geven|zien|graag|aub))*$/,
    dan: commando('stand.toon'),
  },

  {
    als: /\b(?:hoeveel|hvl|hoe veel|aantal|totaal)\b/,
    dan: (match) => ({ soort: 'lijst', woorden: match.input }),
  },
  {
    als: /\b(?:acties|akties|actiepunten|actielijst)\b/,
    dan: (match) => ({ soort: 'lijst', woorden: match.input }),
  },
  {
    als: /^wat (?:(?:doen|hebben|ondernemen|regelen) (?:we|wij|jullie|ze)|(?:gebeurt|loopt|speelt|is|komt|wordt) er (?:allemaal|gedaan|georganiseerd|nu))\b|^wat (?:gebeurt|loopt|speelt) er\b/,
    dan: (match) => ({ soort: 'onderwerp', woorden: match.input }),
  },
  { als: /^(?:alles|lijst|overzicht)\b/, dan: (match) => ({ soort: 'lijst', woorden: match.input }) },
];

const MIJN: Bedoeling = { soort: 'commando', command: 'acties', input: { filter: 'mijn zonder update' } };

function overleg(text: string): Bedoeling {
  const code = /\b(rba|boa|reo|agc|ipo|amro)\b/.exec(text)?.[1];
  return { soort: 'commando', command: 'overleg.toon', input: code ? { code } : {} };
}

function sinds(when: string | undefined): Bedoeling {
  const vorig = !when || /\b(?:keer|overleg|vergadering|bijeenkomst|beraad|rba|boa)\b/.test(when);
  const day = when?.replace(/^(\d{1,4}) (\d{1,2}) (\d{1,4})$/, '$1-$2-$3') ?? '';
  return { soort: 'commando', command: 'sinds.toon', input: { sinds: vorig ? 'vorig overleg' : day } };
}

/** What a text asks. Always something: what fits no row is searched for. */
export function readVraag(typed: string): Bedoeling {
  const hash = /(?:^|\s)#(\d{1,15})\b/.exec(typed);
  const text = polite(numbersInWords(mend(core(hash ? typed.replace('#', 'actie ') : typed))));
  for (const { als, dan } of RIJEN) {
    const match = als.exec(text);
    const meant = match && dan(match);
    if (meant) return meant;
  }
  return { soort: 'zoek', woorden: text };
}
