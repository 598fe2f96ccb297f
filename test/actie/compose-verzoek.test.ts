import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
beforeEach(() => talk.reset());
afterAll(() => talk.close());

const lapsed = () => talk.inRegio((tx) => tx.bericht.count({ where: { status: 'vervallen' } }));

test('a question that was answered before it was delivered is not sent', async () => {
  await talk.say(TNO, 'vraag update actie 4');
  await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
  await talk.run();
  expect([talk.sent, await lapsed()]).toEqual([[], 1]);
});

test('a question about an update that was taken back is sent, with what is so then', async () => {
  await talk.say(TNO, 'vraag update actie 4');
  await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
  await talk.say(SECRETARIS, 'Ongedaan maken');
  await talk.run();
  expect(talk.sent.map(({ to }) => to)).toEqual([UWV]);
  expect(talk.sent[0]?.text).toContain('Status: 📝 Nader uit te werken\nNog geen update.');
});
