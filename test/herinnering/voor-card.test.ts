import { expect, test } from 'vitest';
import { voorText } from '../../src/herinnering/voor-card.ts';

test.each([
  ['Fatima', 'vervanger', 'Voor Fatima, die jij vervangt.'],
  ['Fatima', 'contact', 'Voor Fatima, van jouw organisatie.'],
  ['Fatima', 'secretaris', 'Voor Fatima, omdat daar niemand anders voor is.'],
  ['Fatima', 'zelf', ''],
] as const)('%s as %s is «%s»', (naam, als, text) => {
  expect(voorText([{ naam, als }])).toBe(text);
});

test('all are named, per capacity, without the reader', () => {
  expect(
    voorText([
      { naam: 'Jan', als: 'zelf' },
      { naam: 'Anna', als: 'vervanger' },
      { naam: 'Bas', als: 'contact' },
      { naam: 'Cor', als: 'vervanger' },
      { naam: 'Dirk', als: 'vervanger' },
    ]),
  ).toBe('Ook voor Anna, Cor en Dirk, die jij vervangt. Ook voor Bas, van jouw organisatie.');
});

test('of more than a message has room for it says how many more', () => {
  const many = Array.from({ length: 25 }, (_, index) => ({
    naam: `Lid ${index + 1}`,
    als: 'secretaris' as const,
  }));
  expect(voorText(many)).toMatch(
    /^Voor Lid 1, .*, Lid 20 en nog 5 anderen, omdat daar niemand anders voor is\.$/,
  );
});
