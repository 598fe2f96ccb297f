import { expect, test } from 'vitest';
import { beginTextIn, type Datumtaal, datumVoor } from '../../src/bereikbaar/datumtaal.ts';
import { at } from '../moments.ts';

const DAG = Temporal.PlainDate.from('2027-01-14');

test.each<[Datumtaal, string]>([
  ['nederlands', 'donderdag 14 januari 2027'],
  ['kort', 'do 14-1-2027'],
  ['engels', 'Thursday 14 January 2027'],
])('a day in %s', (taal, text) => {
  expect(datumVoor(taal)(DAG)).toBe(text);
  expect(beginTextIn(taal, at('2027-01-14T10:00'))).toBe(`${text} om 10:00 uur`);
});
