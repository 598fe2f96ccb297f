import { expect, test } from 'vitest';
import { atLocalTime, dagText, momentText, parseMoment, requireMoment } from '../../src/kalender/datum.ts';

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

// Seen from Monday 23 November 2026.
test.each([
  ['dinsdag', '2026-11-24'],
  ['maandag', '2026-11-30'],
  ['komende vrijdag', '2026-11-27'],
  ['volgende week dinsdag', '2026-12-01'],
  ['dinsdag volgende week', '2026-12-01'],
  ['deze week vrijdag', '2026-11-27'],
  ['op dinsdag', '2026-11-24'],
  ['overmorgen', '2026-11-25'],
  ['1-12-2026', '2026-12-01'],
  ['1-12-26', '2026-12-01'],
  ['1/12', '2026-12-01'],
  ['1-10', '2027-10-01'],
  ['1 sept.', '2027-09-01'],
  ['29 februari', '2028-02-29'],
  ['over twee weken', '2026-12-07'],
  ['over één maand', '2026-12-23'],
  ['over twaalf dagen', '2026-12-05'],
  ['over een jaar', '2027-11-23'],
  ['eind Q3', '2027-09-30'],
  ['eind van Q4', '2026-12-31'],
  ['begin q1 2028', '2028-01-01'],
  ['eind van het eerste kwartaal', '2027-03-31'],
  ['begin oktober', '2027-10-01'],
  ['half maart', '2027-03-15'],
  ['medio december', '2026-12-15'],
  ['eind februari 2028', '2028-02-29'],
  ['eind van de maand', '2026-11-30'],
  ['begin van de maand', '2026-12-01'],
  ['eind volgende maand', '2026-12-31'],
  ['begin volgend kwartaal', '2027-01-01'],
  ['eind van het jaar', '2026-12-31'],
  ['eind 2027', '2027-12-31'],
  ['begin volgende week', '2026-11-30'],
  ['eind van de week', '2026-11-27'],
  ['Volgende Week Dinsdag om 14 uur', '2026-12-01T14:00'],
])('reads «%s», looking ahead', (words, expected) => {
  const { date, time } = requireMoment(words, today, 'vooruit');
  expect(time ? `${date}T${time}` : `${date}`).toBe(expected);
});

test.each([
  ['1 oktober', '2026-10-01'],
  ['23 november', '2025-11-23'],
  ['24 november', '2025-11-24'],
  ['1/12', '2025-12-01'],
  ['29 februari', '2024-02-29'],
  ['dinsdag', '2026-11-17'],
  ['maandag', '2026-11-16'],
  ['afgelopen vrijdag', '2026-11-20'],
  ['vorige week maandag', '2026-11-16'],
  ['gisteren', '2026-11-22'],
  ['vandaag', '2026-11-23'],
  ['3 weken geleden', '2026-11-02'],
  ['een maand geleden', '2026-10-23'],
  ['drie dagen terug', '2026-11-20'],
  ['eind Q3', '2026-09-30'],
  ['begin oktober', '2026-10-01'],
  ['half maart', '2026-03-15'],
  ['oktober', '2026-10-01'],
  ['Q3', '2026-07-01'],
  ['vorige maand', '2026-10-01'],
  ['vorige week', '2026-11-16'],
  ['deze week', '2026-11-23'],
  ['dit jaar', '2026-01-01'],
  ['begin van de maand', '2026-11-01'],
  ['1 januari 2026', '2026-01-01'],
])('reads «%s», looking back', (words, expected) => {
  expect(requireMoment(words, today, 'terug').date.toString()).toBe(expected);
});

test.each([
  ['31 februari', '31 februari bestaat niet. Kies een andere datum.'],
  ['29-2-2027', '29-2-2027 bestaat niet. Kies een andere datum.'],
  ['31/4', '31/4 bestaat niet. Kies een andere datum.'],
  ['1-13-2026', '1-13-2026 bestaat niet. Kies een andere datum.'],
  ['vrijdag 14 januari 2027', '14 januari 2027 is een donderdag, geen vrijdag. Kies een andere datum.'],
  ['14 januari 25:00', '25:00 uur bestaat niet. Kies een andere datum.'],
  ['ooit', 'Ik begrijp de datum «ooit» niet.'],
  ['november', 'Ik begrijp de datum «november» niet.'],
  ['over 9999 jaar', 'Ik begrijp de datum «over 9999 jaar» niet.'],
  ['over nul weken', 'Ik begrijp de datum «over nul weken» niet.'],
  ['eind blauw', 'Ik begrijp de datum «eind blauw» niet.'],
  ['1'.repeat(500), 'Ik begrijp de datum «1111'],
])('refuses «%s» by name', (words, refusal) => {
  expect(() => requireMoment(words, today, 'vooruit')).toThrow(refusal);
});

test('tells the time of Amsterdam, before and after the change to summer time', () => {
  expect(atLocalTime(Temporal.PlainDate.from('2027-03-26'), '09:00').toString()).toBe('2027-03-26T08:00:00Z');
  expect(atLocalTime(Temporal.PlainDate.from('2027-03-30'), '09:00').toString()).toBe('2027-03-30T07:00:00Z');
  expect(momentText(Temporal.Instant.from('2027-03-30T07:00:00Z'))).toBe('30 maart 2027, 09:00');
  expect(dagText(Temporal.PlainDate.from('2027-01-14'))).toBe('donderdag 14 januari 2027');
});
