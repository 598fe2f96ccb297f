import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('embedded');
});
afterAll(() => talk.close());

test('a vergadering that is put back before anyone was told is not spoken of', async () => {
  await talk.passTo(at('2026-12-18T09:00'));
  talk.sent.length = 0;
  await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
  await talk.say(SECRETARIS, 'Terugzetten');
  await talk.run();
  const texts = new Set(talk.sent.map(({ text }) => text));
  expect([...texts].filter((text) => text.includes('11 januari 2027 om 10:00 uur is verplaatst'))).toEqual(
    [],
  );
});
