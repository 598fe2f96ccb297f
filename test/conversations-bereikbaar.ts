import { JAN, SECRETARIS, type Step, TNO, UWV } from './conversations.ts';
import { at } from './moments.ts';

/** What people say about when and how they can be reached, the same on every platform. */
export const bereikbaarConversations: Record<string, Step[]> = {
  'somebody goes on leave, and the vervanger answers for them until they are back': [
    { who: TNO, say: 'help', sees: ['Dit kun je Doebot vragen'] },
    {
      who: UWV,
      say: `afwezig t/m 9 januari, vervanger ${TNO}`,
      sees: ['Je bent afwezig t/m zaterdag 9 januari 2027.', 'Vervanger: Trekker TNO', '#3, #4, #11'],
      buttons: ['Toch aanwezig'],
    },
    {
      who: TNO,
      until: at('2026-11-23T09:05'),
      sees: ['Jij vervangt Trekker UWV (UWV)', 't/m zaterdag 9 januari 2027', '#4 '],
    },
    { who: TNO, say: 'actie 4 loopt Gesprekken gevoerd', sees: ['Geregistreerd bij #4'] },
    { who: SECRETARIS, say: 'actie 4', sees: ['Trekker UWV, geregistreerd door Trekker TNO'] },
    { who: SECRETARIS, say: 'afwezig wie', sees: ['Trekker UWV (UWV)', 'vervanger Trekker TNO'] },
    {
      who: SECRETARIS,
      say: `persoon ${UWV}`,
      sees: ['Afwezig t/m zaterdag 9 januari 2027, vervanger Trekker TNO'],
    },
    { who: UWV, say: 'ik ben er weer', sees: ['Welkom terug! Je krijgt weer gewoon bericht.'] },
    { who: TNO, until: at('2026-11-23T09:10'), sees: ['Je vervangt Trekker UWV (UWV) niet meer.'] },
    { who: TNO, say: 'actie 4 loopt Nog een gesprek gevoerd', sees: ['Alleen de trekkers en de secretaris'] },
  ],
  'leave is filled in on a form, with the reason where it cannot be': [
    { who: UWV, say: 'afwezig', sees: [], form: 'Afwezig melden' },
    { who: UWV, fill: { van: '', tot: '20 november', vervanger: '' }, sees: [], form: 'Afwezig melden' },
    {
      who: UWV,
      fill: { van: '21 december', tot: '9 januari', vervanger: '' },
      sees: [
        'Je bent afwezig van maandag 21 december 2026 t/m zaterdag 9 januari 2027',
        'Er is geen vervanger.',
      ],
    },
    { who: UWV, press: 'Toch aanwezig', sees: ['Welkom terug!'] },
  ],
  'an organisatie has a contact, until they leave': [
    { who: SECRETARIS, say: `persoon toevoegen Jan ${JAN} UWV deelnemer`, sees: ['Toegevoegd: Jan'] },
    { who: SECRETARIS, say: 'contact UWV Jan', sees: [`Contact van UWV: niemand → Jan (${JAN}).`] },
    { who: SECRETARIS, say: 'personen bij UWV', sees: [`Contact: Jan (${JAN})`] },
    { who: UWV, say: 'contact UWV weg', sees: ['Alleen de secretaris'] },
    { who: SECRETARIS, say: `persoon ${JAN} vertrekt`, sees: ['Vertrekt Jan?'] },
    { who: SECRETARIS, press: 'Vertrek vastleggen', sees: ['Jan is vertrokken.'] },
    { who: SECRETARIS, say: 'contact UWV', sees: ['Contact van UWV: niemand.'] },
  ],
  'somebody says how they want to be reminded': [
    {
      who: UWV,
      say: 'mijn instellingen',
      sees: ['Dagen maandag t/m vrijdag', 'Datums voluit', 'Volgende herinnering'],
      buttons: ['Wijzigen', 'Afwezig melden'],
    },
    { who: UWV, press: 'Wijzigen', sees: [], form: 'Mijn herinneringen' },
    { who: UWV, fill: { dagen: 'zaterdag' }, sees: [], form: 'Mijn herinneringen' },
    {
      who: UWV,
      fill: { dagen: 'dinsdag en donderdag', tijd: '08:00', datums: 'kort' },
      sees: ['Opgeslagen.', 'Dagen dinsdag en donderdag', 'Tijd vanaf 08:00 uur', 'Datums kort'],
    },
    { who: UWV, say: 'herinner mij weer gewoon', sees: ['Opgeslagen.', 'Dagen maandag t/m vrijdag'] },
  ],
};
