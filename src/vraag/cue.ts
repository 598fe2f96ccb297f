/** What in a sentence tells what is asked, each as a pattern on plain words. Where it stands does not matter. */
export const CUES = {
  overleg:
    /\b(?:bestuurlijk |volgend |regulier )*(?:overleg|overleggen|vergadering|vergaderingen|bestuursoverleg|beraad)\b/,
  bijeenkomst: /\b(?:bijeenkomst|sessie|samenkomst|zitting|bespreking|afspraak)\b/,
  samenkomen:
    /\b(?:vergader(?:en|t)?|(?:bijeen|samen)kom(?:en|t))\b|\b(?:zien|spreken|treffen|ontmoeten) (?:we|wij|jullie|ze) elkaar\b|\b(?:komen|komt|zitten|zit|gaan)\b.*\b(?:bij elkaar|bijeen|samen|om tafel|aan tafel)\b|\b(?:weer|opnieuw) (?:bij elkaar|bijeen|samen|om tafel)\b|\bbij elkaar\b/,
  wanneer:
    /\b(?:wanneer|wnr|hoe laat|hoe lang (?:nog|duurt)|hoelang|op )?(?:welke d(?:ag|atum))\b|\b(?:wanneer|wnr|hoe laat|hoelang|hoe lang|datum|data|tijdstip|hoeveel dagen|dag en tijd|agenda|kalender|gepland|geprikt|inplannen|locatie|zaal)\b/,
  volgende: /\b(?:eerst ?volgende?|volgende?|komende?|aankomende?|aanstaande|nieuwe?|weer|nieuw)\b/,
  vorige: /\b(?:vorige?|laatste|afgelopen|vorig|sinds|vanaf|sedert)\b/,

  ik: /\b(?:ik|mij|me|mijn|wij|we|ons|onze)\b/,
  moet: /\b(?:moet|moeten|dien|dienen|hoor|horen|hoef|hoeven|behoor)\b/,
  melden:
    /\b(?:doen|(?:aan|in|op|af)(?: te )?leveren|(?:bij|af)(?: te )?werken|melden|updaten|invullen|aanvullen|geven|updates?|oppakken|reageren|afmaken|afronden|rapporteren|terugkoppelen|doorgeven|insturen|indienen|opsturen|bijhouden|actie ondernemen|aan de slag|regelen|afhandelen|beantwoorden|verrichten|ondernemen|inbrengen|voorbereiden)\b/,
  verwacht: /\b(?:verwacht|verwachten|verwachting|nodig|gevraagd|wachten|wacht|aanleveren|verlangd)\b/,
  vanmij: /\b(?:van|op|aan|voor|bij|door) (?:mij|me|ons)\b/,
  ligt: /\b(?:ligt|liggen|staat|staan|open|openstaan|openstaat|openstaande|te doen|te gaan|huiswerk|achterstallig|aan de beurt|aan zet)\b/,
  mijntaken:
    /\b(?:mijn|onze) (?:\w+ )?(?:to ?do s?|todos?|to dos?|taken|takenlijst|taak|huiswerk|actielijst|lijst|lijstje|bordje|bord|openstaande|werkvoorraad|deadlines?|verplichtingen|beurt|kant)\b|^(?:todo|to do)$/,
  mijnacties:
    /\b(?:mijn|onze)(?: eigen| openstaande| lopende)? (?:acties?|actiepunten|punten|naam)\b|\bacties?\b.*\b(?:van|voor|bij) (?:mij|ons|mezelf|mijzelf|mijn|onze)\b|\b(?:ben|trek) (?:ik|wij|we)(?: zelf)?\b.*\btrekker|\b(?:trek|trekken|doe) (?:ik|wij|we)(?: (?:nu|zelf|allemaal|zelf|eigenlijk))*$|\btrekker (?:ik|wij|we)\b|\b(?:ik|wij|we) (?:zelf )?(?:de )?trekker\b|\b(?:ben|zijn) (?:ik|wij|we) (?:\w+ )*(?:verantwoordelijk|aan zet)\b|\bwat (?:trek|doe) ik\b/,

  veranderd:
    /\b(?:veranderd|verandert|veranderde|verandering(?:en)?|gewijzigde?|wijziging(?:en)?|nieuws|nieuwe?|nieuwtjes|nieuwste|bijgewerkt|aangepast|aanpassing(?:en)?|gebeurd|gebeurde|ontwikkeling(?:en)?|updates?|gemeld|meldingen|gemist|verschil(?:len)?|bijgekomen|toegevoegd|mutaties?|verschoven|anders|gewisseld|vooruitgang)\b/,
  sinds:
    /\bsindsdien\b|\btoen ik (?:\w+ )*(?:weg|ziek|vrij|afwezig|vakantie|verlof) was\b|\b(?:sinds|vanaf|sedert|na|ten opzichte van|vergeleken met|tov|dan) (?:(?:de|het|een|t|mijn|onze|ons) )?(?:(?:vorige?|laatste|afgelopen|vorig|laatst|meest recente|eerdere?) \w+|vorige|gisteren|eergisteren|\d[\d ]*(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)?\w*(?: \d{4})?|(?:maan|dins|woens|donder|vrij|zater|zon)dag|jan\w*|feb\w*|maart|apr\w*|mei|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*|begin \w+|eind \w+|zomer|winter|voorjaar|najaar|\w*vakantie|verlof|afwezigheid|ziekte|kerst|pasen|ik (?:\w+ )*(?:weg|ziek|vrij|afwezig|terug) (?:was|ben|ging)|begin|overleg|vergadering|rba|boa)(?: (?:overleg|vergadering|bijeenkomst|beraad|rba|boa|keer))?\b/,
  sindskort:
    /\b(?:(?:de |het |deze |dit )?(?:afgelopen|laatste|vorige?) (?:tijd|week|weken|maand|maanden|kwartaal|periode|dagen|keer|jaar|\w+ (?:weken|dagen|maanden))|deze (?:week|maand)|dit kwartaal|onlangs|recente?|recentelijk|laatste|nieuwste|(?:in de )?tussentijd)\b|\bik (?:ben|was) (?:\w+ ){0,3}(?:vakantie|verlof|ziek|vrij|afwezig|weg)(?: geweest)?\b/,

  groet:
    /^(?:hallo|hoi|hi|hai|hey|hee|heey|he|yo|dag|moi|ola|joe|joehoe|mogge|môgge|morgen|middag|avond|goe?(?:de|ie|i|n)? ?(?:morgen|middag|navond|avond|dag|nacht)|goe(?:de|ie|i)?(?:morgen|middag|navond|ndag|ndach)|gegroet|welkom|top|ok|oke|okay|fijn|prima|mooi|super|perfect|test|start|doei|tot ziens|ciao|houdoe|aju)\b/,
  dank: /\b(?:dank|bedankt|bedank|dankje|dankjewel|dankuwel|thanks|thx|merci|danke)\b/,
  vraagwoord: /\b(?:hoe|wat|wie|welke?|wanneer|waar|waarom|status|stand|loopt|acties?|voortgang)\b/,
  help: /\b(?:help|hulp|helpen|uitleg|handleiding|instructies?|mogelijkheden|commandos?|gebruiksaanwijzing|voorbeelden|functies)\b/,
  kunnen:
    /\b(?:wat|hoe|waar|waarmee|waarvoor)\b.*\b(?:kan|kun|kunt|kon|doe|doet|werk|werkt|werken|gebruik|gebruiken|weet|dien|dient|betekenen|ben|heb)\b.*\b(?:je|jij|jou|u|ik|dit|dat|deze|bot|doebot|het|hier|ding)\b|\bik (?:snap|begrijp) (?:het|er|dit|je)\b.*\bniet|^(?:wie|wat) (?:ben|is) (?:je|jij|u|doebot|dit)\b/,
  hoegaathet: /^(?:hoe (?:gaat|is) (?:het|t|ie)|alles goed)\b/,

  stand:
    /\b(?:stand(?: van zaken)?|overzicht|overzichtje|samenvatting|dashboard|totaalbeeld|totaaloverzicht|stavaza|doe ?agenda)\b|\b(?:we|het|wij|t) (?:er )?(?:nu )?(?:ervoor|voor)\b|\bstaan (?:we|wij) er\b|\bhoe staat het\b/,

  hoeveel: /\b(?:hoeveel|hvl|hoe veel|hoevele|aantal|aantallen|totaal)\b/,
  acties:
    /\b(?:acties|akties|actiepunten|actielijst|welke (?:actie|punten|zijn|er|daarvan|hebben|staan|lopen|moeten))\b/,
  alles: /\b(?:alles|lijst|lijstje|opsomming|overzicht|overzichtje|allemaal)\b/,
  wat: /^wat (?:(?:doen|hebben|ondernemen|regelen) (?:we|wij|jullie|ze)|(?:gebeurt|loopt|speelt|is|komt|wordt) er (?:allemaal|gedaan|georganiseerd|nu))\b|^wat (?:gebeurt|loopt|speelt) er\b/,
} satisfies Record<string, RegExp>;

export type Cue = keyof typeof CUES;
