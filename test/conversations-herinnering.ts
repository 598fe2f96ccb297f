import { SECRETARIS, type Step, TNO, UWV } from './conversations.ts';
import { at } from './moments.ts';

/** The RBA meets on 11 January 2027: the uitvraag goes out on this day. */
const UITVRAAG = at('2026-12-17T09:05');

/** Answering the message that asks, the same on every platform. */
export const herinneringConversations: Record<string, Step[]> = {
  'a trekker puts a question off, changes their mind and answers it': [
    { who: TNO, say: 'actie 12', sees: ['#12'] },
    {
      who: TNO,
      until: UITVRAAG,
      sees: ['Update voor Regionaal Beraad Arbeidsmarkt', 'Nog 2 acties.', '#10', '#20', 'Nog geen update'],
      buttons: [
        ...['Bijwerken', 'Ongewijzigd', 'Bijwerken', 'Ongewijzigd'],
        ...['Alles bijwerken', 'Later', 'Niet van mij'],
      ],
    },
    {
      who: TNO,
      press: 'Later',
      sees: ['Morgen vrijdag 18 december 2026, 09 00 uur', 'Melden kan tot en met dinsdag 29 december 2026.'],
      buttons: ['Morgen', 'Over drie dagen', 'Een andere dag'],
    },
    { who: TNO, press: 'Een andere dag', sees: ['Melden kan tot en met'], form: 'Later herinneren' },
    { who: TNO, fill: { wanneer: '21 december' }, sees: ['Uitgesteld tot maandag 21 december 2026, 09 00'] },
    {
      who: TNO,
      until: at('2026-12-21T09:05'),
      sees: ['#10', '#20'],
    },
    { who: TNO, press: 'Ongewijzigd', sees: ['Klaar #10', '#20'] },
    { who: TNO, press: 'Ongewijzigd', sees: ['Alles is bijgewerkt. Dank je wel!'], not: ['Nog'] },
  ],
  'a trekker answers a whole message in one form': [
    { who: UWV, say: 'actie 12', sees: ['#12'] },
    { who: UWV, until: UITVRAAG, sees: ['Nog 6 acties.'] },
    {
      who: UWV,
      press: 'Alles bijwerken',
      sees: ['Dit zijn 6 van je open acties.'],
      form: 'Mijn acties bijwerken',
    },
    {
      who: UWV,
      fill: { keuze_3: 'ongewijzigd', keuze_4: 'loopt', toelichting_4: 'Eerste gesprekken gevoerd' },
      sees: ['Geregistreerd bij 2 acties.'],
    },
  ],
  'an actie turns out to be somebody else’s, and the secretaris hears it': [
    { who: TNO, say: 'actie 12', sees: ['#12'] },
    { who: SECRETARIS, say: 'actie 12', sees: ['#12'] },
    { who: TNO, until: UITVRAAG, sees: ['#10', '#20'] },
    {
      who: TNO,
      press: 'Niet van mij',
      sees: ['De secretaris hoort het en zoekt wie het wel is.'],
      form: 'Niet van mij',
    },
    {
      who: TNO,
      fill: { nummer: '20', wie: 'Techport' },
      sees: ['Genoteerd niet van jou. #20'],
      buttons: ['Toch wel'],
    },
    {
      who: SECRETARIS,
      until: at('2026-12-17T09:10'),
      sees: ['Niet van mij', '#20', 'Wel van «Techport»'],
    },
    { who: SECRETARIS, press: 'Toch wel', sees: ['#20', 'wordt weer gevraagd.'], not: ['Ander contact'] },
  ],
};
