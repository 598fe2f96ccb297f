import { SECRETARIS, type Step, UWV } from './conversations.ts';

/** What is said and seen about the doe-agenda itself, the same on every platform. */
export const conversations: Record<string, Step[]> = {
  'the secretaris adds an actie': [
    { who: UWV, say: 'actie toevoegen', sees: ['Alleen de secretaris'] },
    { who: SECRETARIS, say: 'actie toevoegen', sees: [], form: 'Actie toevoegen' },
    {
      who: SECRETARIS,
      fill: { titel: 'Banenmarkt voor drones', thema: '4', trekkers: 'uwv, Heliomaar', bereik: 'IJMOND' },
      sees: [],
      form: 'Actie toevoegen',
    },
    {
      who: SECRETARIS,
      fill: { trekkers: 'uwv, Heliomare' },
      sees: [
        'Nieuwe actie',
        'Titel: Banenmarkt voor drones',
        'Thema: 4. Aansluiting onderwijs en arbeidsmarkt',
        'Trekkers: UWV, Heliomare',
        'Doelgroep: nader te bepalen',
        'Bereik: IJmond',
        'nu #47',
        'Er is nog niets opgeslagen.',
      ],
      buttons: ['Toevoegen', 'Annuleren'],
    },
    { who: UWV, say: 'actie 47', sees: ['Actie #47 bestaat niet.'] },
    {
      who: SECRETARIS,
      press: 'Toevoegen',
      sees: ['Toegevoegd aan de doe-agenda: #47 Banenmarkt voor drones'],
      buttons: ['Bekijk #47'],
    },
    {
      who: UWV,
      say: 'hoe staat het met de drones?',
      sees: ['#47 Banenmarkt voor drones', '(toegevoegd door Ambtelijk secretaris op 23 november 2026)'],
      buttons: ['Bijwerken', 'Ongewijzigd'],
    },
  ],
  'the secretaris changes an actie in a form': [
    { who: SECRETARIS, say: 'actie 12 bewerken', sees: [], form: 'Actie #12 bewerken' },
    {
      who: SECRETARIS,
      fill: { titel: 'Meer mogelijkheden tot detachering', financiering: 'PoW' },
      sees: [
        'Titel: Onderzoeken uitbreiding mogelijkheden tot detachering → Meer mogelijkheden tot detachering',
        'Financiering: lokaal nader te bepalen → PoW',
      ],
      not: ['Thema', 'Bereik'],
      buttons: ['Opslaan', 'Annuleren'],
    },
    { who: SECRETARIS, press: 'Opslaan', sees: ['Opgeslagen bij #12 Meer mogelijkheden tot detachering'] },
  ],
  'the secretaris changes trekkers and thema in one line': [
    { who: UWV, say: 'actie 12 thema 4', sees: ['Alleen de secretaris, Ambtelijk secretaris'] },
    {
      who: SECRETARIS,
      say: 'actie 12 trekkers uwv, RMC-netwerk',
      sees: [
        'Trekkers: lokaal nader te bepalen → UWV, RMC-netwerk',
        'UWV krijgt voortaan herinneringen over deze actie',
      ],
      buttons: ['Opslaan', 'Annuleren'],
    },
    { who: SECRETARIS, press: 'Annuleren', sees: ['Er is niets gewijzigd.', 'lokaal nader te bepalen'] },
    { who: SECRETARIS, say: 'actie 12 thema 4', sees: ['2. Gelijke kansen voor werkzoekenden → 4. '] },
    { who: SECRETARIS, press: 'Opslaan', sees: ['Opgeslagen bij #12'] },
    { who: UWV, say: 'actie 12 trekkers', sees: ['Trekkers: lokaal nader te bepalen', '4. Aansluiting'] },
  ],
  'two acties become one': [
    { who: UWV, say: 'actie 11 loopt De eerste profielen zijn klaar', sees: ['Geregistreerd bij #11'] },
    { who: SECRETARIS, say: 'acties samenvoegen 4 en 11', sees: [], form: 'Acties samenvoegen' },
    {
      who: SECRETARIS,
      fill: {},
      sees: ['#11 gaat op in #4', 'Trekkers: UWV → UWV, gemeenten', 'telt niet meer mee'],
      buttons: ['Samenvoegen', 'Annuleren'],
    },
    { who: SECRETARIS, press: 'Samenvoegen', sees: ['#11 is samengevoegd met #4'] },
    {
      who: UWV,
      say: 'actie 11',
      sees: ['➡ Samengevoegd met #4'],
      buttons: ['Bekijk #4', 'Geschiedenis'],
    },
    { who: UWV, press: 'Geschiedenis', sees: ['De eerste profielen zijn klaar', 'Samengevoegd met #4'] },
    { who: UWV, say: 'acties', sees: ['Doe-agenda: 45 acties'] },
  ],
  'one actie becomes two': [
    { who: SECRETARIS, say: 'actie 11 splitsen', sees: [], form: 'Actie #11 splitsen' },
    {
      who: SECRETARIS,
      fill: { nieuw: 'Banen in beeld via heldere profielen' },
      sees: ['Nieuw: titel: Banen in beeld', 'Nieuw: trekkers: UWV, gemeenten'],
      not: ['Titel van #11'],
      buttons: ['Splitsen', 'Annuleren'],
    },
    {
      who: SECRETARIS,
      press: 'Splitsen',
      sees: ['#47 is een deel van wat #11 was.'],
      buttons: ['Bekijk #11', 'Bekijk #47'],
    },
    { who: SECRETARIS, press: 'Bekijk #47', sees: ['Afgesplitst van: #11'] },
  ],
  'the secretaris closes an actie': [
    { who: SECRETARIS, say: 'actie 4 afsluiten', sees: [], form: 'Actie #4 afsluiten' },
    { who: SECRETARIS, fill: { status: 'gestopt' }, sees: [], form: 'Actie #4 afsluiten' },
    {
      who: SECRETARIS,
      fill: { toelichting: 'Er is geen geld meer' },
      sees: ['📝 Nader uit te werken → ⛔ Gestopt', 'Er is geen geld meer'],
      buttons: ['Afsluiten', 'Annuleren'],
    },
    {
      who: SECRETARIS,
      press: 'Afsluiten',
      sees: ['Geregistreerd bij #4'],
      buttons: ['Ongedaan maken', 'Corrigeren'],
    },
  ],
  'the secretaris keeps the themas': [
    { who: UWV, say: "thema's", sees: ['Thema 4. Aansluiting onderwijs en arbeidsmarkt: 9 acties'] },
    {
      who: SECRETARIS,
      say: 'thema 4 hernoemen Leren en werken',
      sees: ['Aansluiting onderwijs en arbeidsmarkt → Leren en werken', 'Dit geldt voor 9 acties.'],
      buttons: ['Opslaan', 'Annuleren'],
    },
    { who: SECRETARIS, press: 'Opslaan', sees: ['Opgeslagen bij thema 4'], buttons: ['Alle thema’s'] },
    { who: SECRETARIS, press: 'Alle thema’s', sees: ['Thema 4. Leren en werken: 9 acties'] },
    { who: SECRETARIS, say: 'thema toevoegen', sees: [], form: 'Thema toevoegen' },
    {
      who: SECRETARIS,
      fill: { naam: 'Groene banen', pijler: '3' },
      sees: ['Naam: Groene banen', 'Pijler: Werk naar werk'],
    },
    { who: SECRETARIS, press: 'Toevoegen', sees: ['Toegevoegd: thema 9. Groene banen'] },
    { who: SECRETARIS, say: 'thema 9 verwijderen', sees: ['Dit thema heeft geen acties.'] },
    { who: SECRETARIS, press: 'Verwijderen', sees: ['Verwijderd: thema 9. Groene banen'] },
  ],
};
