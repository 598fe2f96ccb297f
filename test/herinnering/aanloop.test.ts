import { describe, expect, test } from 'vitest';
import { aanloopVan, momentVan, STAPPEN, termijnVan } from '../../src/herinnering/aanloop.ts';
import { KAN_AAN, STANDAARD } from '../../src/herinnering/standaard.ts';
import { momentText } from '../../src/kalender/datum.ts';
import { at } from '../moments.ts';

const none = { overleg: { stappen: [] }, stappen: [] };
const standaard = aanloopVan(none);
const moment = (stap: (typeof STAPPEN)[number], begin: string) =>
  momentText(momentVan(standaard[stap], at(begin), []));

describe('the moment of a step', () => {
  test('is at nine in the morning, in winter and in summer', () => {
    expect(moment('uitvraag', '2027-04-08T10:00')).toBe('17 maart 2027, 09:00');
    expect(moment('stukken', '2027-04-08T10:00')).toBe('1 april 2027, 09:00');
  });

  test('passes over holidays', () => {
    expect(moment('dag_ervoor', '2027-03-30T10:00')).toBe('26 maart 2027, 09:00');
    expect(moment('dag_ervoor', '2027-01-04T10:00')).toBe('31 december 2026, 09:00');
  });

  test('passes over times off that the region does not count', () => {
    const kerst = { van: Temporal.PlainDate.from('2026-12-19'), tot: Temporal.PlainDate.from('2027-01-03') };
    const early = momentVan(standaard.uitvraag, at('2027-01-11T10:00'), [kerst]);
    expect(momentText(early)).toBe('7 december 2026, 09:00');
  });
});

describe('a run-up', () => {
  test('goes by the default in the order of its steps, each for somebody that it can be for', () => {
    const days = STAPPEN.map((stap) => standaard[stap].werkdagen);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    for (const stap of STAPPEN) expect(KAN_AAN[stap]).toContain(STANDAARD[stap].aan);
  });

  test('is as the overleg has it, and one vergadering may differ', () => {
    const stappen = [{ stap: 'uitvraag', werkdagen: -12, tijd: '10:30', actief: false }];
    const { uitvraag } = aanloopVan({ overleg: { stappen }, stappen: [] });
    expect(uitvraag).toMatchObject({ werkdagen: -12, tijd: '10:30', actief: false, aan: 'trekkers' });
    const here = aanloopVan({ overleg: { stappen }, stappen: [{ stap: 'uitvraag', actief: true }] });
    expect(here.uitvraag).toMatchObject({ werkdagen: -12, actief: true, bestuurders: false });
  });

  test('waits for updates until the end of the day of the aanlevertermijn, or until the vergadering', () => {
    const begin = at('2027-01-11T10:00');
    expect(termijnVan(standaard, begin, []).toString()).toBe(at('2026-12-29T17:00').toString());
    const off = aanloopVan({ ...none, stappen: [{ stap: 'aanlevertermijn', actief: false }] });
    expect(termijnVan(off, begin, [])).toEqual(begin);
  });
});
