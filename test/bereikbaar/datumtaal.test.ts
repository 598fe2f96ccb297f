import { expect, test } from 'vitest';
import { beginTextIn, type Datumtaal, datumVoor, zonderWeekdag } from '../../src/bereikbaar/datumtaal.ts';
import { at } from '../moments.ts';

const DAG = Temporal.PlainDate.from('2027-01-14');

test.each<[Datumtaal, string, string]>([
  ['nederlands', 'donderdag 14 januari 2027', '14 januari 2027'],
  ['kort', 'do 14-1-2027', '14-1-2027'],
  ['engels', 'Thursday 14 January 2027', '14 January 2027'],
])('a day in %s', (taal, text, bare) => {
  expect(datumVoor(taal)(DAG)).toBe(text);
  expect(zonderWeekdag(taal)(DAG)).toBe(bare);
  expect(beginTextIn(taal, at('2027-01-14T10:00'))).toBe(`${text} om 10:00 uur`);
});
