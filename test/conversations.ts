import { at } from './moments.ts';

export const UWV = 'trekker@uwv.example';
export const TNO = 'trekker@tno.example';
export const SECRETARIS = 'secretaris@haarlem.example';
export const BESTUURDER = 'bestuurder@uwv.example';
export const STRANGER = 'iemand@elders.example';
/** Not known before the secretaris adds him. */
export const JAN = 'jan@uwv.example';

/** Everyone who talks, as members of a workspace. */
export const PEOPLE = [UWV, TNO, SECRETARIS, BESTUURDER, STRANGER, JAN].map((email) => ({
  email,
  name: email,
}));

type Does =
  | { say: string }
  | { press: string }
  | { fill: Record<string, string> }
  /** Time passes until then, with all that falls due on the way; what is seen is what this person got. */
  | { until: Temporal.Instant };

/** One thing that somebody does, and what they see. */
export type Step = Does & { who: string; sees: string[]; not?: string[]; buttons?: string[]; form?: string };

/**
 * What people say and see, the same on every platform. Longer than a file should be: it is one table, to be read as
 * a whole.
 */
export const conversations: Record<string, Step[]> = {
  'an alderman asks how an actie stands': [
    {
      who: BESTUURDER,
      say: 'actie 12',
      sees: [
        '#12 Onderzoeken uitbreiding mogelijkheden tot detachering',
        '📝 Nader uit te werken',
        'lokaal nader te bepalen',
        '2. Gelijke kansen voor werkzoekenden',
        'Nog geen update. De status komt uit de doe-agenda (bijlage 1).',
        'Stand van 23 november 2026, 09:00 uur',
      ],
      buttons: ['Volgen'],
    },
    {
      who: BESTUURDER,
      say: 'actie 120',
      sees: ['Actie #120 bestaat niet. De nummers lopen van 1 tot en met 46.'],
    },
  ],
  'an actie is found by words, with a typo too': [
    { who: BESTUURDER, say: 'actie detasjering', sees: ['#12 Onderzoeken uitbreiding'] },
    { who: BESTUURDER, say: 'actie jongeren', sees: ['Bedoel je een van deze acties?'] },
    { who: BESTUURDER, press: 'Bekijk #28', sees: ['#28 Actief benaderen van jongeren uit beeld'] },
    {
      who: BESTUURDER,
      say: 'actie ruimtevaartuig',
      sees: ['Niet gevonden. Ik zocht in de acties naar «ruimtevaartuig».'],
    },
  ],
  'a question in plain words is answered, and what is not understood is not guessed at': [
    {
      who: BESTUURDER,
      say: 'Hoe staat het met de mobilteitsteams?',
      sees: ['#4 Intensieve samenwerking', 'Stand van'],
    },
    { who: BESTUURDER, say: 'welke acties trekt de RMC', sees: ['5 acties · trekker RMC-netwerk'] },
    { who: BESTUURDER, say: 'hoe staat het met de metro', sees: ['Niet gevonden.'], not: ['#'] },
  ],
  'the list goes page by page': [
    {
      who: UWV,
      say: 'acties',
      sees: ['Doe-agenda: 46 acties', '#8 Versterking', 'Pagina 1 van 6'],
      buttons: ['Volgende'],
    },
    {
      who: UWV,
      press: 'Volgende',
      sees: ['#9 Experimenteren', 'Pagina 2 van 6'],
      buttons: ['Vorige', 'Volgende'],
    },
    { who: UWV, press: 'Vorige', sees: ['Pagina 1 van 6'] },
    {
      who: UWV,
      say: 'acties uwv',
      sees: ['6 acties · trekker UWV', '#30 Versterking Leer Werk Loket'],
      not: ['#5 '],
    },
    { who: UWV, say: 'acties thema 5', sees: ['3 acties · thema 5', '#31 ', '#32 '] },
  ],
  'a trekker reports in one line, and takes it back': [
    {
      who: UWV,
      say: 'actie 4 loopt Eerste gesprekken met drie gemeenten gevoerd',
      sees: [
        'Geregistreerd bij #4',
        '📝 Nader uit te werken → 🟢 Loopt',
        'Eerste gesprekken met drie gemeenten gevoerd',
      ],
      buttons: ['Ongedaan maken', 'Corrigeren'],
    },
    {
      who: BESTUURDER,
      say: 'actie 4',
      sees: [
        '🟢 Loopt',
        'Laatste update: Eerste gesprekken met drie gemeenten gevoerd (Trekker UWV, 23 november 2026, 09:00 uur)',
      ],
    },
    { who: UWV, press: 'Ongedaan maken', sees: ['Ongedaan gemaakt bij #4', '📝 Nader uit te werken'] },
    { who: BESTUURDER, say: 'actie 4', sees: ['Nog geen update.'] },
  ],
  'an actie tells its history': [
    { who: BESTUURDER, say: 'actie 4 historie', sees: ['Nog geen update.'], buttons: [] },
    { who: UWV, say: 'actie 4 loopt Eerste gesprekken gevoerd', sees: ['Geregistreerd bij #4'] },
    { who: UWV, press: 'Ongedaan maken', sees: ['Ongedaan gemaakt bij #4'] },
    { who: UWV, say: 'actie 4 vertraagd Wachten op het besluit', sees: ['Geregistreerd bij #4'] },
    {
      who: BESTUURDER,
      say: 'geschiedenis actie 4',
      sees: [
        'Geschiedenis: 2 updates, de nieuwste eerst',
        '📝 Nader uit te werken → 🟠 Vertraagd',
        'Wachten op het besluit',
        'Ingetrokken: 📝 Nader uit te werken → 🟢 Loopt',
        'ingetrokken door Trekker UWV op 23 november 2026, 09:00 uur',
      ],
      buttons: [],
    },
  ],
  'an alderman asks what has changed': [
    {
      who: UWV,
      say: 'actie 4 loopt Eerste gesprekken gevoerd',
      sees: ['📝 Nader uit te werken → 🟢 Loopt'],
    },
    { who: UWV, say: 'actie 11 ongewijzigd', sees: ['(ongewijzigd)'] },
    {
      who: BESTUURDER,
      say: 'wat is er veranderd sinds 1 oktober?',
      sees: [
        'Veranderd sinds donderdag 1 oktober 2026',
        'Andere status: 1 actie',
        '#4 Intensieve samenwerking',
        '📝 Nader uit te werken → 🟢 Loopt',
        'Ongewijzigd gemeld: 1 actie #11',
        'Niets van gehoord: 44 acties',
        'Stand van 23 november 2026, 09:00 uur',
      ],
    },
    { who: BESTUURDER, say: 'sinds 31 februari', sees: ['31 februari bestaat niet.'] },
    {
      who: BESTUURDER,
      say: 'sinds vorig overleg',
      sees: ['Er is nog geen vergadering geweest.', 'Andere status: 1 actie'],
      buttons: ['Alle acties zonder update'],
    },
  ],
  'who may not report asks for an update': [
    { who: UWV, say: 'hallo', sees: ['Dit kun je Doebot vragen'] },
    { who: TNO, say: 'actie 4', sees: ['Nog geen update.'], buttons: ['Vraag om update', 'Volgen'] },
    { who: TNO, press: 'Vraag om update', sees: ['Ik vraag om een update van #4', 'trekker@uwv.example'] },
    { who: BESTUURDER, say: 'vraag update actie 4', sees: ['Trekker TNO heeft vandaag om 09:00 uur al'] },
    {
      who: UWV,
      until: at('2026-11-23T09:10'),
      sees: ['#4 Intensieve samenwerking', 'Trekker TNO (TNO) hoort graag hoe het staat met deze actie.'],
      buttons: ['Bijwerken', 'Ongewijzigd'],
    },
    { who: UWV, press: 'Ongewijzigd', sees: ['Geregistreerd bij #4', '(ongewijzigd)'] },
  ],
  'an alderman sees the whole at a glance': [
    { who: UWV, say: 'actie 4 vertraagd Wachten op het besluit', sees: ['🟠 Vertraagd'] },
    {
      who: BESTUURDER,
      say: 'stand',
      sees: [
        'Stand van de doe-agenda: 46 acties',
        '🟠 Vertraagd 1 actie',
        'Per pijler:',
        '#4 Intensieve samenwerking',
        'Zonder update: 45 acties',
        'Zonder trekker',
      ],
      not: ['Grafiek'],
      buttons: ['Acties zonder update', 'Acties zonder trekker', 'Wat is er veranderd?'],
    },
    {
      who: BESTUURDER,
      press: 'Wat is er veranderd?',
      sees: ['Andere status: 1 actie', '📝 Nader uit te werken → 🟠 Vertraagd'],
    },
  ],
  'a sentence that can be read in two ways is asked about': [
    { who: UWV, say: 'actie 4 loopt vertraging op', sees: ['Er is nog niets opgeslagen.'] },
    {
      who: UWV,
      press: 'Meld als 🟠 Vertraagd',
      sees: ['📝 Nader uit te werken → 🟠 Vertraagd', 'loopt vertraging op'],
    },
  ],
  'what a person typed is shown as it was typed': [
    {
      who: UWV,
      say: 'actie 4 loopt Zie *alles* & <b>meer</b> op [site](x) _ja_ `nee`',
      sees: ['Zie *alles* & <b>meer</b> op [site](x) _ja_ `nee`'],
    },
  ],
  'who may not report is told who can': [
    {
      who: TNO,
      say: 'actie 4 loopt Dit mag niet zomaar',
      sees: [
        'Alleen de trekkers en de secretaris kunnen iets melden bij actie #4',
        'trekker@uwv.example',
        'secretaris@haarlem.example',
      ],
    },
    { who: TNO, say: 'actie 4', sees: ['Nog geen update.'], buttons: ['Vraag om update', 'Volgen'] },
  ],
  'a trekker reports with a form': [
    { who: UWV, say: 'actie 4 bijwerken', sees: [], form: 'Actie #4 bijwerken' },
    {
      who: UWV,
      fill: { status: 'loopt', toelichting: 'Eerste gesprekken gevoerd' },
      sees: ['Geregistreerd bij #4', '📝 Nader uit te werken → 🟢 Loopt'],
    },
  ],
  'a form has room for the next step, a date in words, a knelpunt and a link': [
    { who: UWV, say: 'actie 4 bijwerken', sees: [], form: 'Actie #4 bijwerken' },
    {
      who: UWV,
      fill: {
        status: 'loopt',
        volgendeStap: 'Convenant tekenen',
        verwachtOp: 'eind maart',
        knelpunt: 'Er is geen budget voor 2027',
        document: 'https://example.nl/convenant',
      },
      sees: ['Verwachte datum: 31 maart 2027', 'Bespreken in het overleg: Er is geen budget voor 2027'],
    },
    {
      who: BESTUURDER,
      say: 'actie 4',
      sees: ['Volgende stap: Convenant tekenen', 'Document: https://example.nl/convenant'],
    },
    { who: UWV, say: 'actie 4 bijwerken', sees: [], form: 'Actie #4 bijwerken' },
    { who: UWV, fill: { verwachtOp: '1 juni 2027' }, sees: [], form: 'Actie #4 bijwerken' },
    {
      who: UWV,
      fill: { toelichting: 'De gemeenteraad beslist later' },
      sees: ['Verwachte datum: 31 maart 2027 → 1 juni 2027'],
    },
  ],
  'a report is put right': [
    { who: UWV, say: 'actie 4 vertraagd Wachten op besluit', sees: ['→ 🟠 Vertraagd'] },
    { who: UWV, press: 'Corrigeren', sees: [], form: 'Actie #4 corrigeren' },
    {
      who: UWV,
      fill: { status: 'loopt', toelichting: 'Het besluit is er' },
      sees: ['Gecorrigeerd bij #4', '📝 Nader uit te werken → 🟢 Loopt'],
    },
    { who: BESTUURDER, say: 'actie 4 historie', sees: ['Correctie', 'gecorrigeerd op 23 november 2026'] },
  ],
  'two people report at once: the second sees both, and chooses': [
    { who: UWV, say: 'actie 4 bijwerken', sees: [], form: 'Actie #4 bijwerken' },
    { who: SECRETARIS, say: 'actie 4 loopt De minister is akkoord', sees: ['Geregistreerd bij #4'] },
    {
      who: UWV,
      fill: { status: 'vertraagd', toelichting: 'Wachten op besluit' },
      sees: [],
      form: 'Actie #4 bijwerken',
    },
    { who: BESTUURDER, say: 'actie 4', sees: ['De minister is akkoord'], not: ['Wachten op besluit'] },
    { who: UWV, fill: {}, sees: ['🟢 Loopt → 🟠 Vertraagd', 'Hiervoor: De minister is akkoord'] },
  ],
  'the secretaris reports for somebody else': [
    {
      who: UWV,
      say: 'namens secretaris actie 4 loopt Gesprekken gevoerd',
      sees: ['Alleen de secretaris kan namens een ander melden'],
    },
    {
      who: SECRETARIS,
      say: 'namens trekker uwv actie 4 loopt Gesprekken gevoerd',
      sees: ['Namens: Trekker UWV', '📝 Nader uit te werken → 🟢 Loopt'],
    },
    {
      who: BESTUURDER,
      say: 'actie 4',
      sees: ['Gesprekken gevoerd (Trekker UWV, geregistreerd door Ambtelijk secretaris, 23 november 2026'],
    },
  ],
  'an actie that has ended is reopened by the secretaris': [
    { who: UWV, say: 'actie 4 afgerond', sees: ['→ ✅ Afgerond'] },
    { who: UWV, say: 'actie 4 loopt Toch nog bezig', sees: ['Alleen de secretaris kan die heropenen.'] },
    { who: SECRETARIS, say: 'actie 4 heropenen', sees: ['Schrijf erbij waarom'] },
    {
      who: SECRETARIS,
      say: 'actie 4 heropenen Er is toch nog budget',
      sees: ['✅ Afgerond → 📝 Nader uit te werken'],
    },
  ],
  'that nothing changed is seen by the secretaris only': [
    { who: UWV, say: 'actie 4 ongewijzigd', sees: ['(ongewijzigd)'] },
    { who: UWV, say: 'actie 4 ongewijzigd', sees: ['(ongewijzigd)'] },
    { who: SECRETARIS, say: 'actie 4', sees: ['2 keer achter elkaar ongewijzigd gemeld'] },
    { who: BESTUURDER, say: 'actie 4', sees: ['ongewijzigd gemeld'], not: ['achter elkaar'] },
  ],
  'a form that breaks a rule comes back with what was filled in': [
    { who: UWV, say: 'actie 4 bijwerken', sees: [], form: 'Actie #4 bijwerken' },
    { who: UWV, fill: { status: 'vertraagd' }, sees: [], form: 'Actie #4 bijwerken' },
    {
      who: UWV,
      fill: { toelichting: 'Wachten op besluit' },
      sees: ['📝 Nader uit te werken → 🟠 Vertraagd'],
    },
  ],
  'a trekker is reminded, and answers with buttons': [
    { who: TNO, say: 'hallo', sees: ['Dit kun je Doebot vragen'] },
    {
      who: TNO,
      until: at('2026-12-17T09:05'),
      sees: [
        'Update voor Regionaal Beraad Arbeidsmarkt (RBA)',
        'De vergadering is op maandag 11 januari 2027 om 10:00 uur.',
        '#10 Verdere ontwikkeling van de Paskamer',
        '#20 Inzet inclusieve technologie',
      ],
      buttons: [
        ...['Bijwerken', 'Ongewijzigd', 'Bijwerken', 'Ongewijzigd'],
        ...['Alles bijwerken', 'Later', 'Niet van mij'],
      ],
    },
    { who: TNO, press: 'Ongewijzigd', sees: ['Klaar: #10', '#20 '] },
    { who: TNO, press: 'Bijwerken', sees: [], form: 'Actie #20 bijwerken' },
    {
      who: TNO,
      fill: { status: 'loopt', toelichting: 'Proef gestart bij Techport' },
      sees: ['Geregistreerd bij #20'],
    },
    { who: TNO, say: 'overleg', sees: ['2 van de 46 acties hebben een update'] },
  ],
  'the secretaris moves the vergadering': [
    { who: UWV, say: 'overleg', sees: ['maandag 11 januari 2027 om 10:00 uur'], not: ['Aanloop'] },
    { who: UWV, say: 'overleg verplaats 14 januari 2027', sees: ['Alleen de secretaris'] },
    {
      who: SECRETARIS,
      say: 'overleg verplaats 31 februari 2027',
      sees: ['31 februari 2027 bestaat niet.'],
    },
    { who: SECRETARIS, say: 'overleg verplaats ooit', sees: ['Ik begrijp de datum «ooit» niet.'] },
    {
      who: SECRETARIS,
      say: 'overleg verplaats eind februari',
      sees: ['zondag 28 februari 2027 valt in het weekend'],
    },
    {
      who: SECRETARIS,
      say: 'overleg verplaats 14 januari 2027',
      sees: ['maandag 11 januari 2027 om 10:00 uur → donderdag 14 januari 2027 om 10:00 uur'],
    },
    { who: SECRETARIS, press: 'Terugzetten', sees: ['→ maandag 11 januari 2027 om 10:00 uur'] },
    { who: SECRETARIS, say: 'overleg', sees: ['Aanloop', 'donderdag 17 december 2026, 09:00 uur'] },
  ],
  'help fits who asks': [
    {
      who: BESTUURDER,
      say: 'help',
      sees: ['Dit kun je Doebot vragen', 'Bestuurder UWV, UWV'],
      not: ['ongewijzigd'],
    },
    { who: SECRETARIS, say: 'hallo', sees: ['help overleg'] },
    { who: UWV, say: 'hoe laat gaat de trein', sees: ['Niet gevonden.'] },
  ],
  'somebody who is not known gets a way forward': [
    {
      who: STRANGER,
      say: 'actie 12',
      sees: [
        'Ik ken het adres iemand@elders.example nog niet',
        'Vraag Ambtelijk secretaris (secretaris@haarlem.example)',
      ],
      not: ['detachering'],
    },
  ],
};
