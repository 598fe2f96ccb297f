import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('the announcement of the vergadering of a day is switched off, and that of the next one stays', async () => {
  await talk.say(SECRETARIS, 'overleg plan RBA 14 oktober 2027');
  const off = await talk.say(SECRETARIS, 'overleg RBA van 14 oktober 2027 aankondiging uit');
  expect(off).toContain('Wanneer: donderdag 14 oktober 2027');
  expect(off).not.toContain('Dag ervoor: ');
  expect(await talk.say(SECRETARIS, 'Aankondiging aan bestuurders aanzetten')).toContain(
    'Dag ervoor: woensdag 13 oktober',
  );
  expect(await talk.say(SECRETARIS, 'overleg aankondiging uit van 14 oktober')).not.toContain('Dag ervoor: ');
  expect(await talk.say(SECRETARIS, 'overleg RBA')).toContain('Dag ervoor: vrijdag 8 januari');
});

test('no bestuurder is written to once the secretaris has switched the announcement off', async () => {
  expect(await talk.say(UWV, 'overleg aankondiging uit')).toContain('Alleen de secretaris');
  expect(await talk.say(SECRETARIS, 'overleg aankondiging uit')).not.toContain('Dag ervoor: ');
  expect(await talk.say(SECRETARIS, 'Aankondiging aan bestuurders aanzetten')).toContain(
    'Dag ervoor: vrijdag 8 januari',
  );
  await talk.say(SECRETARIS, 'overleg bestuurders aan aankondiging');
  await talk.say(SECRETARIS, 'Aanzetten');
  const off = await talk.say(SECRETARIS, 'overleg aankondiging UIT');
  expect(off).not.toContain('Dag ervoor: ');
  expect(off).not.toContain('Aankondiging: ');
  await talk.passTo(at('2027-01-11T12:00'));
  expect(talk.sent.filter(({ to }) => to.startsWith('bestuurder@'))).toEqual([]);
});
