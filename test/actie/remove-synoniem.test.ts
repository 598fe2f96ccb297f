import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('a synoniem that is removed finds nothing any more, and stays in the log', async () => {
  expect(await talk.say(UWV, 'opschalen')).toMatch(/^#38 /);
  expect(await talk.say(SECRETARIS, 'synoniem weg escaleren')).toContain(
    'Weggehaald: escaleren = opschalen.',
  );
  expect(await talk.say(UWV, 'opschalen')).toContain('Niet gevonden');
  expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'synoniem weg' } }))).toBe(1);
});

test('a button takes back the one that was just added', async () => {
  await talk.say(SECRETARIS, 'synoniem WSP = winkel');
  expect(await talk.say(SECRETARIS, 'Weghalen')).toContain('Weggehaald: WSP = winkel.');
  expect(await talk.inRegio((tx) => tx.synoniem.count({ where: { woord: 'WSP' } }))).toBe(1);
});

test('one that is not there, or another who asks, is refused', async () => {
  expect(await talk.say(SECRETARIS, 'synoniem weg bestaatniet')).toContain('Ik ken geen synoniem');
  expect(await talk.say(UWV, 'synoniem weg WSP')).toContain('Alleen de secretaris');
});
