import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test.each(['actie 4 bijwerken', 'bijwerken 4', 'werk actie 4 bij', '#4 wijzigen', 'actie 4'])(
  'the form opens with «%s»',
  async (words) => {
    const text = await talk.say(UWV, words);
    const form = words === 'actie 4' ? await talk.say(UWV, 'Bijwerken') : text;
    expect(form).toContain('Actie #4 bijwerken');
    await talk.say(UWV, 'stop');
  },
);

test('the form is refused to who may not report', async () => {
  expect(await talk.say('trekker@fnv.example', 'actie 4 bijwerken')).toContain(
    'Alleen de trekkers en de secretaris',
  );
});
