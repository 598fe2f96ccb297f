import { SECRETARIS, type Step, UWV } from './conversations.ts';
import { at } from './moments.ts';

/** What is said and seen about when and where is met, the same on every platform. */
export const ritmeConversations: Record<string, Step[]> = {
  'the secretaris has a year of vergaderingen proposed, changes it and plans it': [
    { who: UWV, say: 'overleg plan', sees: ['Alleen de secretaris'] },
    {
      who: SECRETARIS,
      say: 'overleg plan RBA 2027',
      sees: [
        'Regionaal Beraad Arbeidsmarkt (RBA): 3 vergaderingen',
        'maandag 12 april 2027: 10:00 uur',
        'Daarom 5 juli 2027.',
        'Er is nog niets opgeslagen.',
      ],
      buttons: ['3 vergaderingen plannen', 'Wijzigen', 'Annuleren'],
    },
    { who: SECRETARIS, press: 'Wijzigen', sees: [], form: 'Data van RBA' },
    {
      who: SECRETARIS,
      fill: { datum1: '25 december 2026', datum2: '-', datum3: '14 oktober 2027 14:00' },
      sees: [],
      form: 'Data van RBA',
    },
    {
      who: SECRETARIS,
      fill: { datum1: '8 april 2027', datum2: '-', datum3: '14 oktober 2027 14:00' },
      sees: ['2 vergaderingen', 'donderdag 8 april 2027: 10:00 uur', 'donderdag 14 oktober 2027: 14:00 uur'],
      not: ['juli'],
      buttons: ['2 vergaderingen plannen', 'Wijzigen', 'Annuleren'],
    },
    {
      who: SECRETARIS,
      press: '2 vergaderingen plannen',
      sees: ['2 vergaderingen gepland', 'donderdag 8 april 2027 om 10:00 uur'],
    },
  ],
  'a later vergadering is opened from the agenda, and moved by its day': [
    {
      who: SECRETARIS,
      say: 'overleg plan RBA 14 oktober 2027',
      sees: ['is gepland op donderdag 14 oktober'],
    },
    { who: UWV, say: 'overleg agenda RBA', sees: ['RBA: donderdag 14 oktober 2027'] },
    { who: UWV, press: 'Bekijk RBA van 14 oktober 2027', sees: ['donderdag 14 oktober 2027 om 10:00 uur'] },
    { who: SECRETARIS, say: 'overleg RBA van 14 oktober', sees: ['donderdag 14 oktober 2027 om 10:00 uur'] },
    { who: SECRETARIS, press: 'Wie krijgt wat', sees: ['De vergadering is op donderdag 14 oktober 2027'] },
    {
      who: SECRETARIS,
      say: 'overleg verplaats RBA 21 oktober 2027',
      sees: ['Welke vergadering van RBA wil je verplaatsen?', 'Er is nog niets gewijzigd.'],
      buttons: ['Verplaats die van 14 oktober 2027', 'Verplaats die van 11 januari 2027'],
    },
    {
      who: SECRETARIS,
      press: 'Verplaats die van 14 oktober 2027',
      sees: ['→ donderdag 21 oktober 2027 om 10:00 uur', 'valt in de herfstvakantie'],
      buttons: ['Terugzetten'],
    },
    {
      who: SECRETARIS,
      say: 'overleg verplaats RBA van 21 oktober 2027 naar 28 oktober 2027',
      sees: ['donderdag 21 oktober 2027 om 10:00 uur → donderdag 28 oktober 2027 om 10:00 uur'],
    },
    { who: UWV, say: 'overleg', sees: ['maandag 11 januari 2027 om 10:00 uur'] },
  ],
  'the secretaris says where it is, and everybody sees it': [
    {
      who: SECRETARIS,
      say: 'overleg plaats RBA Stadhuis Haarlem, zaal 3',
      sees: ['Plaats: nog niet bekend → Stadhuis Haarlem, zaal 3'],
    },
    { who: SECRETARIS, say: 'overleg link RBA http://teams.example', sees: ['Een link begint met https://'] },
    {
      who: SECRETARIS,
      say: 'overleg link RBA https://teams.example/l/1',
      sees: ['Link: nog niet bekend → https://teams.example/l/1'],
    },
    {
      who: UWV,
      say: 'overleg',
      sees: ['Plaats: Stadhuis Haarlem, zaal 3', 'Online: https://teams.example/l/1'],
    },
    { who: UWV, say: 'overleg agenda', sees: ['PUBLIC_URL', 'RBA', 'Stadhuis Haarlem, zaal 3'] },
  ],
  'who was written to hears of a new place': [
    { who: UWV, say: 'overleg', sees: ['11 januari 2027'] },
    { who: UWV, until: at('2026-12-17T10:00'), sees: ['11 januari 2027'] },
    { who: SECRETARIS, say: 'overleg plaats RBA Raadhuis Velsen', sees: ['Raadhuis Velsen'] },
    { who: UWV, until: at('2026-12-17T10:30'), sees: ['Plaats: nog niet bekend → Raadhuis Velsen'] },
  ],
  'the secretaris says which vakanties count': [
    {
      who: UWV,
      say: 'vakanties',
      sees: ['kerstvakantie: 19 december 2026 t/m 3 januari 2027', 'Telt niet mee'],
    },
    { who: SECRETARIS, say: 'vakantie kerst telt mee', sees: ['De kerstvakantie telt mee'] },
    { who: SECRETARIS, say: 'bouwvak 2 t/m 20 augustus 2027', sees: ['Toegevoegd: bouwvak'] },
    {
      who: SECRETARIS,
      say: 'vakantie weg bouwvak',
      sees: ['Weg: bouwvak, 2 augustus 2027 t/m 20 augustus 2027.'],
    },
    {
      who: SECRETARIS,
      say: 'overleg ritme RBA maand',
      sees: ['elk kwartaal → elke maand'],
      buttons: ['Data voorstellen'],
    },
  ],
};
