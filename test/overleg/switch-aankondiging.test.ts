import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('no bestuurder is written to once the secretaris has switched the announcement off', async () => {
  expect(await talk.say(UWV, 'overleg aankondiging uit')).toContain('Alleen de secretaris');
  expect(await talk.say(SECRETARIS, 'overleg aankondiging uit')).not.toContain('Dag ervoor: ');
  expect(await talk.say(SECRETARIS, 'Aankondiging aan leden aanzetten')).toContain(
    'Dag ervoor: vrijdag 8 januari',
  );
  expect(await talk.say(SECRETARIS, 'overleg aankondiging UIT')).not.toContain('Dag ervoor: ');
  await talk.passTo(at('2027-01-11T12:00'));
  expect(talk.sent.filter(({ to }) => to.startsWith('bestuurder@'))).toEqual([]);
});
