import type { Card } from '../chat/card.ts';
import type { Persoon, Rol } from './persoon.ts';

type Line = { typ: string; dan: string };

const ASK: Line[] = [
  { typ: 'actie 12', dan: 'hoe het staat met actie 12' },
  { typ: 'hoe staat het met de mobiliteitsteams?', dan: 'een vraag in gewone woorden kan ook' },
  { typ: 'actie detachering', dan: 'een actie zoeken op woorden' },
  { typ: 'actie 12 historie', dan: 'wat er eerder over actie 12 is gemeld' },
  { typ: 'acties', dan: 'de hele doe-agenda; ook «acties thema 4», «acties uwv» of «acties vertraagd»' },
  { typ: 'stand', dan: 'hoe de hele doe-agenda ervoor staat' },
  { typ: 'sinds vorig overleg', dan: 'wat er is veranderd; ook «sinds 1 oktober»' },
  { typ: 'vraag update actie 12', dan: 'de trekker vragen hoe het staat' },
  {
    typ: 'volg actie 12',
    dan: 'een bericht bij elke wijziging; ook «volg thema 4», «volg uwv» of «volg alles»',
  },
  { typ: 'ik volg', dan: 'wat je volgt, met een knop om te stoppen' },
  { typ: 'overleg', dan: 'wanneer de volgende vergadering is' },
];

const REPORT: Line[] = [
  { typ: 'acties mijn', dan: 'de acties van jouw organisatie' },
  { typ: 'actie 12 loopt Eerste gesprekken gevoerd', dan: 'in één regel melden hoe het gaat' },
  { typ: 'actie 12 ongewijzigd', dan: 'melden dat er niets is veranderd' },
  { typ: 'actie 12 bijwerken', dan: 'een formulier om te melden' },
];

const run = (moment: string): Line[] => [
  { typ: `overleg verplaats ${moment}`, dan: 'de volgende vergadering verplaatsen' },
  { typ: `overleg plan ${moment}`, dan: 'een vergadering plannen' },
  { typ: 'overleg annuleer', dan: 'de volgende vergadering afzeggen' },
  { typ: 'overleg aankondiging uit', dan: 'de leden niet of wel een aankondiging sturen' },
  { typ: 'synoniem WSP = werkgeversservicepunt', dan: 'een woord leren; «synoniemen» toont ze' },
];

/** What a rol can ask for, with an example of each. `moment`: a day and time to come, as one would type it. */
export function helpLines(rol: Rol, moment: string): Line[] {
  switch (rol) {
    case 'lezer':
    case 'bestuurder':
      return ASK;
    case 'trekker':
      return [...ASK, ...REPORT];
    case 'secretaris':
      return [...ASK, ...REPORT, ...run(moment)];
  }
}

/** Help that fits who asks. */
export function helpCard({ naam, rol, organisatie }: Persoon, moment: string): Card {
  const mine = { label: 'Acties van mijn organisatie', command: 'acties', input: { filter: 'mijn' } };
  return {
    elements: [
      { kind: 'heading', text: 'Dit kun je Doebot vragen' },
      { kind: 'facts', facts: helpLines(rol, moment).map(({ typ, dan }) => ({ label: typ, value: dan })) },
      { kind: 'note', text: `Je bent bij mij bekend als ${naam}, ${organisatie.naam}.` },
      {
        kind: 'buttons',
        buttons: [
          ...(rol === 'trekker' ? [mine] : []),
          { label: 'Alle acties', command: 'acties', input: {} },
          { label: 'Volgende vergadering', command: 'overleg.toon', input: {} },
        ],
      },
    ],
  };
}
