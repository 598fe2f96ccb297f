import { expect, test } from 'vitest';
import { atLocalTime, dagText, momentText, parseMoment } from '../../src/kalender/datum.ts';

const today = Temporal.PlainDate.from('2026-11-23');

test.each([
  ['2027-01-14', '2027-01-14', undefined],
  ['2027-01-14T10:00', '2027-01-14', '10:00'],
  ['14-1-2027', '2027-01-14', undefined],
  ['14/01/2027 9:30', '2027-01-14', '09:30'],
  ['14 januari 2027 om 10.00 uur', '2027-01-14', '10:00'],
  ['14 januari', '2027-01-14', undefined],
  ['1 dec', '2026-12-01', undefined],
  ['donderdag 14 januari', '2027-01-14', undefined],
  ['do 14 januari, 10:00', '2027-01-14', '10:00'],
  ['morgen', '2026-11-24', undefined],
  ['vandaag 16:00', '2026-11-23', '16:00'],
  ['+3 weken', '2026-12-14', undefined],
  ['over 2 dagen', '2026-11-25', undefined],
  ['+1 maand', '2026-12-23', undefined],
  ['29 februari 2028', '2028-02-29', undefined],
])('reads «%s»', (words, date, time) => {
  const moment = parseMoment(words, today);
  expect([moment?.date.toString(), moment?.time]).toEqual([date, time]);
});

test.each([
  '31 februari 2027',
  '29-2-2027',
  'vrijdag 14 januari 2027',
  '14 januari 25:00',
  'volgend jaar ooit',
  '',
  '2027-13-01',
])('reads «%s» as no date', (words) => {
  expect(parseMoment(words, today)).toBeUndefined();
});

test('tells the time of Amsterdam, before and after the change to summer time', () => {
  expect(atLocalTime(Temporal.PlainDate.from('2027-03-26'), '09:00').toString()).toBe('2027-03-26T08:00:00Z');
  expect(atLocalTime(Temporal.PlainDate.from('2027-03-30'), '09:00').toString()).toBe('2027-03-30T07:00:00Z');
  expect(momentText(Temporal.Instant.from('2027-03-30T07:00:00Z'))).toBe('30 maart 2027, 09:00');
  expect(dagText(Temporal.PlainDate.from('2027-01-14'))).toBe('donderdag 14 januari 2027');
});
