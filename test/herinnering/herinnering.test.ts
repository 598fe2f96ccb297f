import { describe, expect, test } from 'vitest';
import { type Due, decide, isNewRound, momentOf, withinHours } from '../../src/herinnering/herinnering.ts';
import { momentText } from '../../src/kalender/datum.ts';
import { at } from '../moments.ts';

describe('the moment of a herinnering', () => {
  test('is at nine in the morning, in winter and in summer', () => {
    expect(momentText(momentOf('uitvraag', at('2027-04-08T10:00')))).toBe('17 maart 2027, 09:00');
    expect(momentText(momentOf('herinnering', at('2027-04-08T10:00')))).toBe('1 april 2027, 09:00');
  });

  test('passes over holidays', () => {
    expect(momentText(momentOf('dag_ervoor', at('2027-03-30T10:00')))).toBe('26 maart 2027, 09:00');
    expect(momentText(momentOf('dag_ervoor', at('2027-01-04T10:00')))).toBe('31 december 2026, 09:00');
  });
});

test.each([
  ['2026-11-23T08:59', '2026-11-23T09:00'],
  ['2026-11-23T09:00', '2026-11-23T09:00'],
  ['2026-11-23T16:59', '2026-11-23T16:59'],
  ['2026-11-23T17:00', '2026-11-24T09:00'],
  ['2026-11-28T12:00', '2026-11-30T09:00'],
  ['2026-12-24T18:00', '2026-12-28T09:00'],
])('nobody is written to outside working hours: %s becomes %s', (now, earliest) => {
  expect(withinHours(at(now)).toString()).toBe(at(earliest).toString());
});

test('a vergadering that moves less than five working days is no new round', () => {
  expect(isNewRound(at('2026-12-17T09:00'), at('2026-12-23T09:00'))).toBe(false);
  expect(isNewRound(at('2026-12-17T09:00'), at('2026-12-24T09:00'))).toBe(true);
});

describe('a herinnering that is due', () => {
  const now = at('2026-12-17T09:00');
  const due: Due = {
    soort: 'uitvraag',
    begin: at('2027-01-11T10:00'),
    geannuleerd: false,
    overtaken: false,
    asked: undefined,
    open: 2,
  };

  test('is sent', () => {
    expect(decide(due, now)).toEqual({ send: true });
  });

  test.each<[string, Partial<Due>, string]>([
    ['the vergadering is cancelled', { geannuleerd: true }, 'de vergadering gaat niet door'],
    ['the vergadering is over', { begin: at('2026-12-17T08:00') }, 'de vergadering is al geweest'],
    ['a later one is due as well', { overtaken: true }, 'ingehaald door een latere herinnering'],
    ['nothing is open any more', { open: 0 }, 'er staat niets meer open'],
  ])('lapses when %s', (_, change, reden) => {
    expect(decide({ ...due, ...change }, now)).toEqual({ lapse: reden });
  });

  test('waits until five working days after the same persoon was asked before', () => {
    const asked = at('2026-12-16T09:00');
    expect(decide({ ...due, soort: 'herinnering', asked }, now)).toEqual({ wait: at('2026-12-23T09:00') });
    expect(decide({ ...due, soort: 'herinnering', asked: at('2026-12-10T09:00') }, now)).toEqual({
      send: true,
    });
  });

  test('is sent to the secretaris and the leden also when nothing is open', () => {
    expect(decide({ ...due, soort: 'stukken', open: 0 }, now)).toEqual({ send: true });
    expect(decide({ ...due, soort: 'dag_ervoor', open: 0 }, now)).toEqual({ send: true });
  });

  test('waits for working hours, unless that is too late', () => {
    expect(decide(due, at('2026-12-19T12:00'))).toEqual({ wait: at('2026-12-21T09:00') });
    const late = { ...due, soort: 'dag_ervoor' as const, begin: at('2026-12-21T09:00') };
    expect(decide(late, at('2026-12-19T12:00'))).toEqual({ lapse: 'kon niet meer op tijd binnen werktijd' });
  });
});
