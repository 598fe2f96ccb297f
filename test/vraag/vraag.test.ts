import { expect, test } from 'vitest';
import { readVraag } from '../../src/vraag/vraag.ts';

const OVERLEGGEN = [{ code: 'REO', naam: 'Regionaal Economisch Overleg' }];

test.each([
  ['hoe staat actie 12 ervoor?', { soort: 'actie', nummer: 12 }],
  ['actie twaalf', { soort: 'actie', nummer: 12 }],
  ['en 14?', { soort: 'actie', nummer: 14 }],
  ['wnr is het overlge', { soort: 'commando', command: 'overleg.toon' }],
  ['wanneer is het REO', { soort: 'commando', command: 'overleg.toon', input: { code: 'REO' } }],
  ['wat moet ik nog doen', { soort: 'commando', command: 'acties', input: { filter: 'mijn zonder update' } }],
  [
    'is er iets veranderd sinds 1-10-2026?',
    { soort: 'commando', command: 'sinds.toon', input: { sinds: '1-10-2026' } },
  ],
  [
    'wat is er nieuw sinds de vorige keer',
    { soort: 'commando', command: 'sinds.toon', input: { sinds: 'vorig overleg' } },
  ],
  ['Goedemiddag!', { soort: 'commando', command: 'help' }],
  ['hoevel acties lopen er', { soort: 'lijst' }],
  ['acties van TNO', { soort: 'lijst' }],
  ['zet actie 4 op afgerond', { soort: 'wijzigen', nummer: 4 }],
  ['loopbaanadvies', { soort: 'zoek', woorden: 'loopbaanadvies' }],
])('«%s» asks %j', (text, expected) => {
  expect(readVraag(text, OVERLEGGEN)).toMatchObject(expected);
});
