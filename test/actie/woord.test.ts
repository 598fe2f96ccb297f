import { expect, test } from 'vitest';
import { contentWords, distance, isTypo, plain } from '../../src/actie/woord.ts';

test.each([
  ['VR-brillen', 'vr brillen'],
  ["zzp'ers", 'zzpers'],
  ['Heroriëntatie/Leerplein', 'herorientatie leerplein'],
  ['😀 \u202e!', ''],
])('«%s» as plain words is «%s»', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test('only words that say something are searched for', () => {
  expect(contentWords('Hoe staat het met de mobiliteitsteams van de mobiliteitsteams?')).toEqual([
    'mobiliteitsteams',
  ]);
});

test.each([
  ['detasjering', 'detachering', true],
  ['harie', 'harrie', true],
  ['trein', 'training', false],
  ['metro', 'met', false],
  ['bus', 'bis', false],
])('«%s» is «%s» mistyped: %s', (a, b, expected) => {
  expect(isTypo(a, b)).toBe(expected);
});

test('two letters that changed places are one mistake', () => {
  expect(distance('overlge', 'overleg', 3)).toBe(1);
  expect(distance('kort', 'heel lang', 2)).toBe(3);
});
