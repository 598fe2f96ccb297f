import { describe, expect, test } from 'vitest';
import { inLaatsteWeken, responsMomenten, responsVan, zegRespons } from '../../src/herinnering/respons.ts';
import { STANDAARD } from '../../src/herinnering/standaard.ts';
import { momentText } from '../../src/kalender/datum.ts';
import { at } from '../moments.ts';

const step = (stap: 'uitvraag' | 'aanlevertermijn', actief = true) => ({
  ...STANDAARD[stap],
  actief,
  bestuurders: false,
});
const uitgezet = {
  aanloop: { uitvraag: step('uitvraag'), aanlevertermijn: step('aanlevertermijn') },
  nu: undefined,
  begin: at('2027-01-25T10:00'),
  vrij: [],
};
/** The uitvraag is on 4 January, the aanlevertermijn on 13 January: seven working days. */
const on = (moment: string, binnen: number, totaal = 40) =>
  responsVan({ binnen, totaal }, uitgezet, at(moment));

describe('the response stays behind', () => {
  test.each([
    ['2027-01-04T16:00', 0, false],
    ['2027-01-07T16:00', 0, false],
    ['2027-01-08T16:00', 11, true],
    ['2027-01-08T16:00', 12, false],
    ['2027-01-13T16:00', 19, true],
    ['2027-01-13T16:00', 20, false],
    ['2027-01-13T17:00', 39, true],
    ['2027-01-14T09:00', 40, false],
  ])('at %s with %i of 40: %s', (moment, binnen, achter) => {
    expect(on(moment, binnen).achter).toBe(achter);
  });

  test('only after the vergadering began where there is neither uitvraag nor aanlevertermijn', () => {
    const none = {
      ...uitgezet,
      aanloop: { uitvraag: step('uitvraag', false), aanlevertermijn: step('aanlevertermijn', false) },
    };
    expect(responsVan({ binnen: 0, totaal: 9 }, none, at('2027-01-22T16:00')).achter).toBe(false);
  });
});

describe('when the secretaris may hear of it', () => {
  const first = (change: Partial<Parameters<typeof responsMomenten>[0]>) =>
    momentText(responsMomenten({ ...uitgezet, ...change }).at(-1) ?? at('1970-01-01T00:00'));
  const { uitvraag, aanlevertermijn } = uitgezet.aanloop;

  test('from halfway between the uitvraag and the aanlevertermijn on, at least the last ten working days', () => {
    expect(first({})).toBe('8 januari 2027, 16:00');
    const early = { uitvraag: { ...uitvraag, werkdagen: -20 }, aanlevertermijn };
    expect(first({ aanloop: early })).toBe('5 januari 2027, 16:00');
    const late = { uitvraag: { ...uitvraag, werkdagen: -12 }, aanlevertermijn };
    expect(first({ aanloop: late })).toBe('11 januari 2027, 16:00');
    expect(first({ nu: at('2026-12-21T09:00') })).toBe('4 januari 2027, 16:00');
  });

  test('without an uitvraag from the aanlevertermijn on', () => {
    const aanloop = {
      uitvraag: step('uitvraag', false),
      aanlevertermijn: { ...aanlevertermijn, werkdagen: -13 },
    };
    expect(first({ aanloop })).toBe('6 januari 2027, 16:00');
  });

  test('every change from ten working days before it on', () => {
    expect(inLaatsteWeken(uitgezet, at('2027-01-08T16:00'))).toBe(false);
    expect(inLaatsteWeken(uitgezet, at('2027-01-11T16:00'))).toBe(true);
  });
});

describe('the secretaris hears of it', () => {
  const told = (binnen: number, gewaarschuwd = false, op = '2027-01-12T16:00') => {
    return { binnen, totaal: 40, gewaarschuwd, op: at(op) };
  };

  test('the first time, when figures changed, and when it starts to stay behind', () => {
    expect(zegRespons(on('2027-01-13T16:00', 30), [], true)).toHaveProperty('send');
    expect(zegRespons(on('2027-01-13T16:00', 30), [told(29)], true)).toHaveProperty('send');
    expect(zegRespons(on('2027-01-13T16:00', 30), [told(30)], true)).toEqual({ lapse: 'niets veranderd' });
    expect(zegRespons(on('2027-01-13T17:00', 30), [told(30)], true)).toMatchObject({
      inhoud: { gewaarschuwd: true },
    });
    expect(zegRespons(on('2027-01-14T16:00', 30), [told(30), told(30, true)], true)).toEqual({
      lapse: 'niets veranderd',
    });
  });

  test('once a round: what it was warned of before the uitvraag is of a round before', () => {
    const late = on('2027-01-14T16:00', 30);
    const [before, since] = ['2027-01-04T08:00', '2027-01-04T09:00'];
    expect(zegRespons(late, [told(30, true, before)], true)).toMatchObject({
      inhoud: { gewaarschuwd: true },
    });
    expect(zegRespons(late, [told(30, true, since)], true)).toEqual({ lapse: 'niets veranderd' });
  });

  test('once where the uitvraag is planned after the aanlevertermijn', () => {
    const aanloop = { ...uitgezet.aanloop, uitvraag: { ...step('uitvraag'), werkdagen: -2 } };
    const late = responsVan({ binnen: 30, totaal: 40 }, { ...uitgezet, aanloop }, at('2027-01-19T16:00'));
    expect(zegRespons(late, [told(30, true, '2027-01-18T16:00')], true)).toEqual({
      lapse: 'niets veranderd',
    });
  });

  test('before the last two weeks only that it stays behind', () => {
    expect(zegRespons(on('2027-01-08T16:00', 12), [told(5)], false)).toEqual({
      lapse: 'de respons blijft niet achter',
    });
    expect(zegRespons(on('2027-01-08T16:00', 11), [told(5)], false)).toMatchObject({
      inhoud: { binnen: 11, gewaarschuwd: true },
    });
    expect(zegRespons(on('2027-01-08T17:00', 11), [told(5, true)], false)).toEqual({
      lapse: 'al gewaarschuwd',
    });
  });

  test('not where nothing is asked', () => {
    expect(zegRespons(on('2027-01-13T16:00', 0, 0), [], true)).toEqual({ lapse: 'er wordt niets gevraagd' });
  });
});
