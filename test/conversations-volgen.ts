import { BESTUURDER, SECRETARIS, type Step, TNO } from './conversations.ts';
import { at } from './moments.ts';

/** Following, the same on every platform. */
export const volgenConversations: Record<string, Step[]> = {
  'an alderman follows an actie, and hears of each change once': [
    { who: BESTUURDER, say: 'actie 12', sees: ['#12 '], buttons: ['Volgen'] },
    {
      who: BESTUURDER,
      press: 'Volgen',
      sees: ['Je volgt actie #12 Onderzoeken uitbreiding'],
      buttons: ['Niet meer volgen', 'Wat volg ik?'],
    },
    { who: SECRETARIS, say: 'actie 12 loopt De eerste detacheringen zijn rond', sees: ['Geregistreerd'] },
    {
      who: BESTUURDER,
      until: at('2026-11-23T09:05'),
      sees: [
        '#12 Onderzoeken uitbreiding',
        'Status 📝 Nader uit te werken → 🟢 Loopt',
        'De eerste detacheringen zijn rond',
        'Gemeld door Ambtelijk secretaris (gemeente Haarlem), 23 november 2026, 09:00 uur',
      ],
      buttons: ['Bekijk #12', 'Wat volg ik?'],
    },
    { who: BESTUURDER, until: at('2026-11-23T09:10'), sees: [] },
    {
      who: BESTUURDER,
      press: 'Wat volg ik?',
      sees: ['Je volgt', 'actie #12'],
      buttons: ['Niet meer volgen'],
    },
    { who: BESTUURDER, press: 'Niet meer volgen', sees: ['Je volgt niet meer', 'Je volgt niets.'] },
    { who: SECRETARIS, say: 'actie 12 vertraagd Wachten op de gemeenten', sees: ['Geregistreerd'] },
    { who: BESTUURDER, until: at('2026-11-23T09:20'), sees: [] },
  ],
  'a whole thema is followed in the evening: the news comes together in the morning': [
    { who: TNO, say: 'volg thema 2', sees: ['Je volgt thema 2 (Gelijke kansen voor werkzoekenden)'] },
    { who: BESTUURDER, until: at('2026-11-23T20:00'), sees: [] },
    { who: SECRETARIS, say: 'actie 12 loopt De eerste detacheringen', sees: ['Geregistreerd'] },
    { who: SECRETARIS, say: 'actie 12 vertraagd Wachten op de gemeenten', sees: ['Geregistreerd'] },
    { who: TNO, until: at('2026-11-24T06:59'), sees: [] },
    {
      who: TNO,
      until: at('2026-11-24T07:00'),
      sees: ['📝 Nader uit te werken → 🟠 Vertraagd', 'Wachten op de gemeenten'],
      not: ['De eerste detacheringen'],
    },
  ],
};
