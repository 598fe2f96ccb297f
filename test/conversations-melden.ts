import { BESTUURDER, SECRETARIS, type Step, TNO, UWV } from './conversations.ts';
import { at } from './moments.ts';

/** What people say and see when they report, the same on every platform. */
export const meldenConversations: Record<string, Step[]> = {
  'a trekker reports on all acties at once': [
    { who: UWV, say: 'acties mijn', sees: ['6 acties'], buttons: ['Alles bijwerken'] },
    { who: UWV, press: 'Alles bijwerken', sees: [], form: 'Mijn acties bijwerken' },
    {
      who: UWV,
      fill: { keuze_3: 'ongewijzigd', keuze_4: 'loopt', toelichting_4: 'Gesprekken gevoerd' },
      sees: [
        'Geregistreerd bij 2 acties.',
        '#3 Loopbaanadvies',
        '📝 Nader uit te werken (ongewijzigd)',
        '#4 Intensieve samenwerking',
        '📝 Nader uit te werken → 🟢 Loopt · Gesprekken gevoerd',
      ],
      buttons: ['Ongedaan maken', 'Ongedaan maken'],
    },
    { who: UWV, press: 'Ongedaan maken', sees: ['Ongedaan gemaakt bij #3'] },
    { who: BESTUURDER, say: 'actie 4', sees: ['🟢 Loopt', 'Gesprekken gevoerd'] },
  ],
  'a rule that says no to one of all acties keeps what was typed about the others': [
    { who: UWV, say: 'alles bijwerken', sees: [], form: 'Mijn acties bijwerken' },
    {
      who: UWV,
      fill: { keuze_3: 'vertraagd', keuze_4: 'loopt', toelichting_4: 'Gesprekken gevoerd' },
      sees: [],
      form: 'Mijn acties bijwerken',
    },
    { who: BESTUURDER, say: 'actie 4', sees: ['Nog geen update.'] },
    {
      who: UWV,
      fill: { toelichting_3: 'Wachten op geld' },
      sees: ['Geregistreerd bij 2 acties.', 'Wachten op geld', 'Gesprekken gevoerd'],
    },
  ],
  'somebody was ahead on one of all acties': [
    { who: UWV, say: 'mijn acties bijwerken', sees: [], form: 'Mijn acties bijwerken' },
    { who: SECRETARIS, say: 'actie 4 loopt De minister is akkoord', sees: ['Geregistreerd bij #4'] },
    {
      who: UWV,
      fill: { keuze_3: 'ongewijzigd', keuze_4: 'vertraagd', toelichting_4: 'Wachten op besluit' },
      sees: [],
      form: 'Mijn acties bijwerken',
    },
    { who: BESTUURDER, say: 'actie 3', sees: ['Nog geen update.'] },
    {
      who: UWV,
      fill: {},
      sees: ['Geregistreerd bij 2 acties.', '🟢 Loopt → 🟠 Vertraagd · Wachten op besluit'],
    },
  ],
  'a herinnering offers all that waits at once': [
    { who: TNO, say: 'hallo', sees: ['Dit kun je Doebot vragen'] },
    { who: TNO, until: at('2026-12-17T09:05'), sees: ['#10 ', '#20 '] },
    { who: TNO, press: 'Alles bijwerken', sees: [], form: 'Mijn acties bijwerken' },
    {
      who: TNO,
      fill: { keuze_10: 'ongewijzigd', keuze_20: 'loopt', toelichting_20: 'Proef gestart' },
      sees: ['Geregistreerd bij 2 acties.'],
    },
  ],
  'a report in plain words without a number is asked about before anything is saved': [
    {
      who: UWV,
      say: 'de mobiliteitsteams lopen vertraging op door personeelstekort',
      sees: ['Wil je dit melden bij #4 Intensieve samenwerking', 'Er is nog niets opgeslagen.'],
      buttons: ['Meld als 🟠 Vertraagd', 'Alleen als toelichting', 'Bekijk #4'],
    },
    { who: BESTUURDER, say: 'actie 4', sees: ['Nog geen update.'] },
    {
      who: UWV,
      say: 'de mobiliteitsteams lopen vertraging op door personeelstekort',
      sees: ['Wil je dit melden'],
    },
    {
      who: UWV,
      press: 'Meld als 🟠 Vertraagd',
      sees: [
        '📝 Nader uit te werken → 🟠 Vertraagd',
        'de mobiliteitsteams lopen vertraging op door personeelstekort',
      ],
    },
    {
      who: TNO,
      say: 'de mobiliteitsteams zijn afgerond',
      sees: ['#4 Intensieve samenwerking', '🟠 Vertraagd'],
      not: ['Wil je dit melden'],
    },
  ],
};
