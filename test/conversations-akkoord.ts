import { SECRETARIS, type Step, UWV } from './conversations.ts';
import { at } from './moments.ts';

const ask: Step[] = [
  // Teams lets Doebot write only to who is known there.
  { who: UWV, say: 'acties mijn', sees: ['#4'] },
  { who: SECRETARIS, say: 'akkoord vragen', sees: [], form: 'Akkoord vragen' },
  {
    who: SECRETARIS,
    fill: {
      ...{ titel: 'Convenant', link: 'https://haarlem.example/c', versie: '1' },
      ...{ uiterlijk: '4 december', overleg: 'BOA' },
    },
    sees: ['Gevraagd aan 8 organisaties.', '0 van 8 akkoord, 8 nog geen antwoord'],
  },
  {
    who: UWV,
    until: at('2026-11-23T09:05'),
    sees: [
      'Akkoord gevraagd Convenant (versie 1)',
      'tot en met vrijdag 4 december 2026',
      'Nog geen antwoord',
    ],
    buttons: ['Akkoord', 'Niet akkoord', 'Hoe staat het?'],
  },
];

/** Asking for an akkoord and answering, the same on every platform. */
export const akkoordConversations: Record<string, Step[]> = {
  'an organisatie agrees, and anybody sees how it stands': [
    ...ask,
    { who: UWV, press: 'Akkoord', sees: ['Genoteerd. UWV ✅ Akkoord.'] },
    { who: SECRETARIS, say: 'akkoord 1', sees: ['1 van 8 akkoord, 7 nog geen antwoord', 'UWV'] },
  ],
  'an organisatie does not agree, and says why': [
    ...ask,
    { who: UWV, press: 'Niet akkoord', sees: [], form: 'Niet akkoord' },
    { who: UWV, fill: { reden: 'Te duur' }, sees: ['Niet akkoord', 'Reden Te duur'] },
  ],
};
