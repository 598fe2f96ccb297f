import { describe, expect, test } from 'vitest';
import { aanloopVan } from '../../src/herinnering/aanloop.ts';
import { type Due, decide, isNewRound, magAanBestuurder } from '../../src/herinnering/herinnering.ts';
import { at } from '../moments.ts';

test('a vergadering that moves less than five working days is no new round', () => {
  expect(isNewRound(at('2026-12-17T09:00'), at('2026-12-23T09:00'))).toBe(false);
  expect(isNewRound(at('2026-12-17T09:00'), at('2026-12-24T09:00'))).toBe(true);
});

test('what a bestuurder put off comes back to them, and only as long as a step that asks is on for them', () => {
  const only = (stap: string) =>
    aanloopVan({ overleg: { stappen: [] }, stappen: [{ stap, bestuurders: true }] });
  expect(magAanBestuurder('later', only('uitvraag'))).toBe(true);
  expect(magAanBestuurder('later', only('aankondiging'))).toBe(false);
  expect(magAanBestuurder('aankondiging', only('aankondiging'))).toBe(true);
  expect(magAanBestuurder('respons', only('uitvraag'))).toBe(false);
});

describe('a herinnering that is due', () => {
  const now = at('2026-12-17T09:00');
  const due: Due = {
    soort: 'uitvraag',
    ontvanger: true,
    uiterlijk: at('2027-01-11T10:00'),
    geannuleerd: false,
    overtaken: false,
    asked: undefined,
    uitgesteld: undefined,
    open: 2,
    earliest: now,
  };

  test('is sent', () => {
    expect(decide(due, now)).toEqual({ send: true });
  });

  test.each<[string, Partial<Due>, string]>([
    ['the vergadering is cancelled', { geannuleerd: true }, 'de vergadering gaat niet door'],
    ['the vergadering is over', { uiterlijk: at('2026-12-17T08:00') }, 'de vergadering is al geweest'],
    ['a later one is due as well', { overtaken: true }, 'ingehaald door een latere herinnering'],
    ['nobody is there to get it', { ontvanger: false }, 'er is niemand aan wie dit kan worden gestuurd'],
    ['nothing is open any more', { open: 0 }, 'er staat niets meer open'],
  ])('lapses when %s', (_, change, reden) => {
    expect(decide({ ...due, ...change }, now)).toEqual({ lapse: reden });
  });

  test('waits until the day after the same persoon was asked before', () => {
    const herinnering = { ...due, soort: 'herinnering' as const };
    expect(decide({ ...herinnering, asked: at('2026-12-17T08:30') }, now)).toEqual({
      wait: at('2026-12-18T00:00'),
    });
    expect(decide({ ...herinnering, asked: at('2026-12-16T16:00') }, now)).toEqual({ send: true });
  });

  test('lapses while it is put off, unless it is about the aanlevertermijn', () => {
    const uitgesteld = at('2026-12-21T09:00');
    expect(decide({ ...due, uitgesteld }, now)).toEqual({ lapse: 'uitgesteld' });
    expect(decide({ ...due, uitgesteld, soort: 'aanlevertermijn' }, now)).toEqual({ send: true });
  });

  test('is sent to the secretaris and the leden also when nothing is open', () => {
    expect(decide({ ...due, soort: 'stukken', open: 0 }, now)).toEqual({ send: true });
    expect(decide({ ...due, soort: 'dag_ervoor', open: 0 }, now)).toEqual({ send: true });
  });

  test('waits until its receiver may be written to, a day at most, unless that is too late', () => {
    const later = at('2026-12-17T13:30');
    expect(decide({ ...due, earliest: later }, now)).toEqual({ wait: later });
    const earliest = at('2026-12-21T09:00');
    expect(decide({ ...due, earliest }, now)).toEqual({ wait: at('2026-12-18T00:00') });
    const late = { ...due, earliest, soort: 'dag_ervoor' as const, uiterlijk: earliest };
    expect(decide(late, now)).toEqual({ lapse: 'kon niet meer op tijd binnen werktijd' });
  });
});
