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

test('each date opens its vergadering, and what is not listed can be typed', async () => {
  const first = await talk.say(UWV, 'overleg agenda');
  expect(first).toContain('Bekijk RBA van 11 januari 2027');
  const days = [4, 5, 6, 7, 8, 11, 12, 13, 14, 15].map((day) => `${day}-10-2027`);
  await talk.say(SECRETARIS, `overleg plan RBA ${days.join(', ')}, 1-11-2027`);
  const text = await talk.say(UWV, 'overleg agenda RBA');
  expect(text).toContain('En nog 2. Typ bijvoorbeeld «overleg RBA van 15 oktober 2027» om er een te zien.');
  expect(await talk.say(UWV, 'Bekijk RBA van 4 oktober 2027')).toContain('Wanneer: maandag 4 oktober 2027');
});
