import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn } from '../talk.ts';
import { KOPPEN, nieuweRij, xlsx } from './files.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('a long difference is shown a page at a time, in place, with four buttons at most', async () => {
  const rijen = Array.from({ length: 25 }, (_, index) => nieuweRij(`Actie nummer ${index}`));
  const first = await talk.give(SECRETARIS, 'acties.xlsx', await xlsx([KOPPEN, ...rijen]));
  expect(first).toContain('Pagina 1 van 3 · Stand van');
  expect(first).toContain('[a] Toepassen [b] Annuleren [c] Volgende');
  const second = await talk.say(SECRETARIS, 'Volgende');
  expect(second).toContain('➕ Nieuw: #57 Actie nummer 10');
  expect(second).toContain('[a] Toepassen [b] Annuleren [c] Vorige [d] Volgende');
  const third = await talk.say(SECRETARIS, 'Volgende');
  expect(third.match(/➕/g)).toHaveLength(5);
  expect(third).not.toContain('Volgende');
});

test('errors come before everything else', async () => {
  const rijen = [nieuweRij('Goed'), nieuweRij('Fout', { Trekkers: 'Niemand' })];
  const text = await talk.give(SECRETARIS, 'acties.xlsx', await xlsx([KOPPEN, ...rijen]));
  expect(text.indexOf('❌ I3:')).toBeLessThan(text.indexOf('➕ Nieuw: #47 Goed'));
});
