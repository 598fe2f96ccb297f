import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';

type Stilstand = {
  van: Temporal.Instant;
  tot: Temporal.Instant;
  /** How many messages go out later than planned, and how many not at all. */
  laat: number;
  vervallen: number;
  now: Temporal.Instant;
};

const messages = (count: number): string => (count === 1 ? '1 bericht' : `${count} berichten`);

/** That Doebot stood still, and what came of it. */
export function stilstandCard({ van, tot, laat, vervallen, now }: Stilstand): Card {
  const late =
    laat > 0
      ? [`${messages(laat)} ${laat === 1 ? 'gaat' : 'gaan'} alsnog de deur uit, later dan gepland.`]
      : [];
  const lapsed =
    vervallen > 0
      ? [
          `${messages(vervallen)} ${vervallen === 1 ? 'gaat' : 'gaan'} niet meer uit: dat heeft geen zin meer of is ingehaald.`,
        ]
      : [];
  return {
    elements: [
      { kind: 'heading', text: 'Doebot heeft stilgestaan' },
      {
        kind: 'text',
        text: `Van ${momentText(van)} tot ${momentText(tot)} uur heeft Doebot niets gedaan. In die tijd moest er wel iets uit.`,
      },
      { kind: 'text', text: [...late, ...lapsed].join('\n') },
      { kind: 'note', text: `Typ «overleg» om te zien hoe de aanloop er nu voor staat. ${standVan(now)}` },
    ],
  };
}
