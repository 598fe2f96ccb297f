import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('of several with one name it asks which; with the year it is gone', async () => {
  expect(await talk.say(SECRETARIS, 'vakantie weg kerst')).toContain('«vakantie weg kerstvakantie 2026»');
  expect(await talk.say(SECRETARIS, 'vakantie weg kerstvakantie 2027')).toContain(
    'Weg: kerstvakantie, 25 december 2027 t/m 9 januari 2028.',
  );
  expect(await talk.say(SECRETARIS, 'vakantie kerst 2027 weg')).toContain(
    'Er komt geen vakantie «kerst» in 2027.',
  );
  expect(await talk.say(UWV, 'vakantie weg kerst')).toContain('Alleen de secretaris');
});
