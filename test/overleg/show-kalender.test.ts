import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('without an address that can be reached from outside it says so, and lists the dates', async () => {
  await talk.say(SECRETARIS, 'overleg plaats Stadhuis Haarlem');
  const text = await talk.say(UWV, 'overleg agenda');
  expect(text).toContain('Vraag de beheerder om PUBLIC_URL in te stellen.');
  expect(text).toContain('• RBA: maandag 11 januari 2027 om 10:00 uur (Stadhuis Haarlem)');
  expect(await talk.say(UWV, 'overleg agenda REO')).toContain('Er is nog geen vergadering gepland.');
  expect(await talk.say(UWV, 'overleg agenda XYZ')).toContain('Ik ken geen overleg «XYZ»');
});
