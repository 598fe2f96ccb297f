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
  { typ: 'overleg agenda', dan: 'de vergaderingen in je eigen agenda' },
  { typ: 'export', dan: 'de hele doe-agenda als XLSX-bestand' },
];

const REPORT: Line[] = [
  { typ: 'acties mijn', dan: 'de acties van jouw organisatie' },
  { typ: 'actie 12 loopt Eerste gesprekken gevoerd', dan: 'in één regel melden hoe het gaat' },
  { typ: 'actie 12 ongewijzigd', dan: 'melden dat er niets is veranderd' },
  { typ: 'actie 12 bijwerken', dan: 'een formulier om te melden' },
  { typ: 'alles bijwerken', dan: 'al je open acties in één formulier' },
];

const run = (moment: string): Line[] => [
  { typ: `overleg verplaats ${moment}`, dan: 'de volgende vergadering verplaatsen' },
  { typ: `overleg plan ${moment}`, dan: 'een vergadering plannen' },
  { typ: 'overleg plan', dan: 'data voor het komende jaar laten voorstellen; ook «overleg ritme RBA maand»' },
  { typ: 'overleg plaats RBA Stadhuis', dan: 'waar het is; ook «overleg link RBA https://…»' },
  { typ: 'vakanties', dan: 'welke vakanties meetellen; ook «vakantie kerst telt mee»' },
  { typ: 'overleg annuleer', dan: 'de volgende vergadering afzeggen' },
  { typ: 'overleg aankondiging uit', dan: 'de leden niet of wel een aankondiging sturen' },
  { typ: 'help agenda', dan: 'acties, trekkers, thema’s en pijlers toevoegen of wijzigen' },
  { typ: 'synoniem WSP = werkgeversservicepunt', dan: 'een woord leren; «synoniemen» toont ze' },
  { typ: 'import', dan: 'acties toevoegen en wijzigen met een XLSX- of CSV-bestand' },
];

const manage: Line[] = [
  { typ: 'personen', dan: 'wie er meedoet, per organisatie; «persoon <naam>» toont er één' },
  { typ: 'persoon toevoegen', dan: 'ook «persoon wijzigen <naam>» en «persoon <naam> vertrekt»' },
  { typ: 'overdracht <naam> aan <naam>', dan: 'acties en zetels naar iemand anders' },
  { typ: 'actie 12 contact <naam>', dan: 'wie de vragen over actie 12 krijgt; ook «acties zonder contact»' },
];

/** What a rol can ask for, with an example of each. `moment`: a day and time to come, as one would type it. */
export function helpLines(rol: Rol, moment: string): Line[] {
  switch (rol) {
    case 'lezer':
    case 'bestuurder':
      return ASK;
    case 'trekker':
    case 'deelnemer':
      return [...ASK, ...REPORT];
    case 'secretaris':
      return [...ASK, ...REPORT, ...run(moment), ...manage];
    case 'beheerder':
      return [...ASK, ...manage];
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
          ...(rol === 'trekker' || rol === 'deelnemer' ? [mine] : []),
          { label: 'Alle acties', command: 'acties', input: {} },
          { label: 'Volgende vergadering', command: 'overleg.toon', input: {} },
        ],
      },
    ],
  };
}
