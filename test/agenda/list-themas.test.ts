import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test.each(["thema's", 'themas', 'thema’s', 'pijlers', "welke thema's zijn er?"])(
  '«%s» shows the themas by pijler, with how many acties each has',
  async (words) => {
    const text = await talk.say(UWV, words);
    expect(text).toContain(
      'Pijler 2. Van onderwijs naar werk\nThema 4. Aansluiting onderwijs en arbeidsmarkt: 9 acties',
    );
    expect(text).toContain('Thema 8. Creëren van nieuwe werkgelegenheid: 1 actie\n');
    expect(text).not.toContain('thema toevoegen');
  },
);

test('the secretaris sees how to change them', async () => {
  expect(await talk.say(SECRETARIS, "thema's")).toContain('«thema toevoegen»');
});
