import type { Card } from '../chat/card.ts';
import { groupElements, type HelpGroup } from '../chat/help.ts';

/** What who runs the overleggen can type, and what it does. `moment`: a day and time to come, as one would type it. */
export const overlegLines = (moment: string): HelpGroup[] => [
  {
    kop: 'Vergaderingen',
    lines: [
      {
        typ: 'overleg plan',
        dan: 'data voor het komende jaar laten voorstellen; ook «overleg ritme RBA maand»',
      },
      { typ: `overleg plan ${moment}`, dan: 'één vergadering plannen' },
      { typ: `overleg verplaats ${moment}`, dan: 'de volgende vergadering verplaatsen' },
      { typ: 'overleg annuleer', dan: 'de volgende vergadering afzeggen' },
      {
        typ: `overleg RBA van ${dagOf(moment)}`,
        dan: 'een latere vergadering, met haar knoppen; ook «overleg verplaats RBA van 14 oktober naar 21 oktober»',
      },
      { typ: 'overleg plaats RBA Stadhuis', dan: 'waar het is; ook «overleg link RBA https://…»' },
      { typ: 'vakanties', dan: 'welke vakanties meetellen; ook «vakantie kerst telt mee»' },
    ],
  },
  {
    kop: 'Aanloop',
    lines: [
      { typ: 'overleg aanloop', dan: 'welke berichten wanneer gaan, met een knop om ze te wijzigen' },
      { typ: 'overleg herinneringen', dan: 'wie wat krijgt en wanneer; overslaan of nu versturen' },
      { typ: 'overleg respons', dan: 'wat er binnen is en bij wie nog iets openstaat' },
      { typ: 'niet bereikt', dan: 'wie een bericht niet kreeg, en waarom' },
      { typ: 'overleg bestuurders aan aankondiging', dan: 'een bericht ook aan bestuurders sturen' },
      { typ: 'overleg aankondiging uit', dan: 'bestuurders niet of wel («aan») een aankondiging sturen' },
    ],
  },
  {
    kop: 'Akkoord',
    lines: [{ typ: 'akkoord vragen', dan: 'een tekst voorleggen; «akkoord» laat zien hoe het staat' }],
  },
];

/** The day of a moment as it is typed. */
const dagOf = (moment: string): string => moment.replace(/ \d{1,2}:\d{2}$/, '');

export function overlegHelpCard(moment: string): Card {
  return {
    elements: [
      { kind: 'heading', text: 'Zo regel je het overleg' },
      ...groupElements(overlegLines(moment)),
      {
        kind: 'note',
        text: 'Noem een ander overleg met zijn afkorting: «overleg aanloop REO», «overleg respons REO». Noem een latere vergadering met haar dag: «overleg annuleer RBA van 14 oktober», «overleg herinneringen RBA van 14 oktober». «overleg agenda» toont de dagen.',
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Aanloop', command: 'overleg.aanloop', input: {} },
          { label: 'Herinneringen', command: 'overleg.herinneringen', input: {} },
          { label: 'Respons', command: 'overleg.respons', input: {} },
        ],
      },
    ],
  };
}
