import { afterAll, beforeAll, expect, test } from 'vitest';
import { interpret } from '../../src/chat/grammar.ts';
import { commands } from '../../src/commands.ts';
import { helpLines } from '../../src/persoon/help-card.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test.each(['help', 'Hallo!', 'wat kan ik vragen?', '?', 'goedemorgen'])('«%s» gets help', async (words) => {
  expect(await talk.say(UWV, words)).toContain('Dit kun je Doebot vragen');
});

test('help fits who asks', async () => {
  const [bestuurder, trekker, secretaris] = await Promise.all(
    ['bestuurder@uwv.example', UWV, SECRETARIS].map((email) => talk.say(email, 'help')),
  );
  expect(bestuurder).not.toContain('ongewijzigd');
  expect(trekker).toContain('actie 12 ongewijzigd');
  expect(trekker).not.toContain('overleg verplaats');
  expect(secretaris).toContain('overleg verplaats');
  expect(trekker).toContain('Je bent bij mij bekend als Trekker UWV, UWV.');
});

test.each(helpLines('secretaris', '22 februari 2027 10:00'))(
  'the example «$typ» is understood',
  ({ typ }) => {
    expect(interpret(typ, commands)).toBeDefined();
  },
);
