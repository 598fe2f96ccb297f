import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';

type Stilstand = {
  van: Temporal.Instant;
  tot: Temporal.Instant;
  /** How many messages go out later than planned, and how many not at all. */
  laat: number;
  vervallen: number;
  /** How many stand still all the same, and how many were given up. */
  stil: number;
  mislukt: number;
  now: Temporal.Instant;
};

/** "1 bericht gaat mee.", "2 berichten gaan mee."; nothing of none. */
const sentence = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 bericht ${one}` : `${count} berichten ${more}`];

/** That Doebot stood still, and what came of it; or that it still does. */
export function stilstandCard({ van, tot, laat, vervallen, stil, mislukt, now }: Stilstand): Card {
  const holds = stil > 0;
  const later = holds ? 'later de deur uit dan gepland.' : 'alsnog de deur uit, later dan gepland.';
  const still = 'Doebot blijft het proberen. Vraag de beheerder om te kijken.';
  const lapsed = 'niet meer uit: dat heeft geen zin meer of is ingehaald.';
  const failed = 'niet aan. Typ «niet bereikt» om te zien bij wie.';
  const intro = holds
    ? `Sinds ${momentText(van)} uur doet Doebot niet alles wat het moet doen.`
    : `Van ${momentText(van)} tot ${momentText(tot)} uur heeft Doebot niets gedaan. In die tijd moest er wel iets uit.`;
  return {
    elements: [
      { kind: 'heading', text: holds ? 'Doebot staat deels stil' : 'Doebot heeft stilgestaan' },
      { kind: 'text', text: intro },
      {
        kind: 'text',
        text: [
          ...sentence(stil, `staat nog stil; ${still}`, `staan nog stil; ${still}`),
          ...sentence(laat, `gaat ${later}`, `gaan ${later}`),
          ...sentence(mislukt, `kwam ${failed}`, `kwamen ${failed}`),
          ...sentence(vervallen, `gaat ${lapsed}`, `gaan ${lapsed}`),
        ].join('\n'),
      },
      { kind: 'note', text: `Typ «overleg» om te zien hoe de aanloop er nu voor staat. ${standVan(now)}` },
    ],
  };
}
