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
  expect(talk.sent).toEqual([]);
});

test('who was told of one change hears the next one compared with it', async () => {
  await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
  await talk.run();
  talk.sent.length = 0;
  await talk.say(SECRETARIS, 'overleg verplaats 15 april 2027');
  await talk.run();
  expect(talk.sent).toHaveLength(29);
  expect(talk.sent[0]?.text).toContain(
    'van donderdag 8 april 2027 om 10:00 uur is verplaatst naar donderdag 15 april 2027',
  );
});
