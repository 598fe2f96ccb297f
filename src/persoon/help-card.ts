import type { Card } from '../chat/card.ts';
import { groupElements, type HelpGroup, type HelpLine } from '../chat/help.ts';
import type { Persoon, Rol } from './persoon.ts';
import { mag } from './rechten.ts';

const ASK: HelpLine[] = [
  { typ: 'actie 12', dan: 'hoe het staat met actie 12' },
  { typ: 'hoe staat het met de mobiliteitsteams?', dan: 'een vraag in gewone woorden kan ook' },
  { typ: 'actie detachering', dan: 'een actie zoeken op woorden' },
  { typ: 'actie 12 historie', dan: 'wat er eerder over actie 12 is gemeld' },
  { typ: 'acties', dan: 'de hele doe-agenda; ook «acties thema 4», «acties uwv» of «acties vertraagd»' },
  { typ: 'stand', dan: 'hoe de hele doe-agenda ervoor staat' },
  { typ: 'sinds vorig overleg', dan: 'wat er is veranderd; ook «sinds 1 oktober»' },
  { typ: 'vraag update actie 12', dan: 'de trekker vragen hoe het staat' },
  { typ: 'overleg', dan: 'wanneer de volgende vergadering is' },
  { typ: 'akkoord', dan: 'welke teksten om akkoord vragen en hoe dat staat' },
  { typ: 'export', dan: 'de hele doe-agenda als XLSX-bestand' },
];

const REPORT: HelpLine[] = [
  { typ: 'acties mijn', dan: 'de acties van jouw organisatie' },
  { typ: 'actie 12 loopt Eerste gesprekken gevoerd', dan: 'in één regel melden hoe het gaat' },
  { typ: 'actie 12 ongewijzigd', dan: 'melden dat er niets is veranderd' },
  { typ: 'actie 12 bijwerken', dan: 'een formulier om te melden' },
  { typ: 'alles bijwerken', dan: 'al je open acties in één formulier' },
];

const MINE: HelpLine[] = [
  { typ: 'instellingen', dan: 'hoe, wanneer en waarover je berichten krijgt' },
  { typ: 'afwezig t/m 9 januari', dan: 'wie je vervangt als je er niet bent; ook «ik ben er weer»' },
  {
    typ: 'volg actie 12',
    dan: 'een bericht bij elke wijziging; ook «volg thema 4», «volg uwv» of «volg alles»',
  },
  { typ: 'ik volg', dan: 'wat je volgt, met een knop om te stoppen' },
  { typ: 'overleg agenda', dan: 'de vergaderingen in je eigen agenda' },
];

const KEEP: HelpLine[] = [
  { typ: 'help agenda', dan: 'acties, trekkers, thema’s en pijlers toevoegen of wijzigen' },
  { typ: 'import', dan: 'acties toevoegen en wijzigen met een XLSX- of CSV-bestand' },
  { typ: 'synoniem WSP = werkgeversservicepunt', dan: 'een woord leren; «synoniemen» toont ze' },
];

const RUN: HelpLine[] = [
  { typ: 'help overleg', dan: 'vergaderingen plannen, de aanloop, de respons en akkoord vragen' },
];

const MANAGE: HelpLine[] = [
  { typ: 'personen', dan: 'wie er meedoet, per organisatie; «persoon <naam>» toont er één' },
  { typ: 'persoon toevoegen', dan: 'ook «persoon wijzigen <naam>» en «persoon <naam> vertrekt»' },
  { typ: 'overdracht <naam> aan <naam>', dan: 'acties en zetels naar iemand anders' },
  { typ: 'actie 12 contact <naam>', dan: 'wie de vragen over actie 12 krijgt; ook «acties zonder contact»' },
  { typ: 'contact UWV <naam>', dan: 'wie invalt als iemand van UWV er niet is; ook «afwezig wie»' },
];

const HEAR: HelpLine[] = [{ typ: 'niet bereikt', dan: 'wie een bericht niet kreeg, en waarom' }];

/** Who is there to report: others may too, but help does not send them there. */
const MELDERS: readonly Rol[] = ['trekker', 'deelnemer', 'secretaris'];

/** What a rol can ask for, with an example of each. */
export function helpGroups(rol: Rol): HelpGroup[] {
  const wie = { rol };
  const regelt = [
    ...(mag(wie, 'overleg beheren') ? RUN : []),
    ...(mag(wie, 'agenda beheren') ? KEEP : []),
    ...(mag(wie, 'personen beheren') ? MANAGE : []),
    ...(mag(wie, 'storing horen') ? HEAR : []),
  ];
  return [
    { kop: 'Vragen', lines: ASK },
    { kop: 'Melden', lines: MELDERS.includes(rol) ? REPORT : [] },
    { kop: 'Voor jou', lines: MINE },
    { kop: `Als ${rol}`, lines: regelt },
  ].filter(({ lines }) => lines.length > 0);
}

/** Help that fits who asks. */
export function helpCard({ naam, rol, organisatie }: Persoon): Card {
  const mine = { label: 'Acties van mijn organisatie', command: 'acties', input: { filter: 'mijn' } };
  return {
    elements: [
      { kind: 'heading', text: 'Dit kun je Doebot vragen' },
      ...groupElements(helpGroups(rol)),
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
