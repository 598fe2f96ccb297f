import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('embedded');
});
beforeEach(() => talk.reset());
afterAll(() => talk.close());

test('cancelling a vergadering cancels all that was planned', async () => {
  expect(await talk.say(SECRETARIS, 'overleg annuleer')).toContain(
    'op maandag 11 januari 2027 om 10:00 uur gaat niet door',
  );
  await talk.passTo(at('2027-02-01T09:00'));
  expect(talk.sent).toEqual([]);
  expect(await talk.say(UWV, 'overleg')).toContain('Er is geen vergadering gepland');
});

test('cancelling a vergadering tells whoever was written to before', async () => {
  await talk.passTo(at('2027-01-08T10:00'));
  const told = new Set(talk.sent.map(({ to }) => to).filter((to) => to !== SECRETARIS));
  talk.sent.length = 0;
  await talk.say(SECRETARIS, 'overleg RBA annuleren');
  await talk.run();
  expect(new Set(talk.sent.map(({ to }) => to))).toEqual(told);
  expect(talk.sent[0]?.text).toContain('gaat niet door');
});

test('cancelling a vergadering is for the secretaris only', async () => {
  expect(await talk.say(UWV, 'overleg annuleer')).toContain('Alleen de secretaris');
});
