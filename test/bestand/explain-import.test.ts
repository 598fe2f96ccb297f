import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('the word alone tells the secretaris how, and others that it is not theirs to do', async () => {
  expect(await talk.say(SECRETARIS, 'import')).toContain('een XLSX- of CSV-bestand');
  expect(await talk.say(SECRETARIS, 'importeer de acties')).toContain('Begin met een export');
  expect(await talk.say(UWV, 'import')).toContain('Alleen de secretaris kan een bestand importeren.');
});
