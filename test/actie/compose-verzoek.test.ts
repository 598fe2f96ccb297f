import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';

const talk = talkFor('postgres');

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
