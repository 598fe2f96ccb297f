import { describe, expect, test } from 'vitest';
import { type Aanloop, aanloopVan, type Stap, type Stapplan } from '../../src/herinnering/aanloop.ts';
import { bereikVooraf, opzoekenVanaf } from '../../src/herinnering/bereik.ts';

const withSteps = (steps: Partial<Record<Stap, Partial<Stapplan>>>): Aanloop => {
  const usual = aanloopVan({ overleg: { stappen: [] }, stappen: [] });
  const entries = Object.entries(usual).map(([stap, plan]) => [stap, { ...plan, ...steps[stap as Stap] }]);
  return Object.fromEntries(entries) as Aanloop;
};
const off = { actief: false };
const ALLES_UIT = Object.fromEntries(Object.keys(withSteps({})).map((stap) => [stap, off]));

describe('who cannot be reached is said', () => {
  test.each<[string, Parameters<typeof withSteps>[0], number | undefined]>([
    ['the working day before the agendacommissie', {}, -21],
    ['five working days before the uitvraag, where that is earlier', { agendacommissie: off }, -20],
    [
      'five working days before the uitvraag, where the first step is for the secretaris',
      { agendacommissie: { aan: 'secretaris' } },
      -20,
    ],
    [
      'the working day before the first step without an uitvraag',
      { agendacommissie: off, uitvraag: off },
      -11,
    ],
    ['the working day before an aankondiging that is first', { aankondiging: { werkdagen: -30 } }, -31],
    ['never, where nobody else is written to', { ...ALLES_UIT, stukken: {} }, undefined],
  ])('%s', (_, steps, werkdagen) => {
    expect(bereikVooraf(withSteps(steps))?.werkdagen).toBe(werkdagen);
  });

  test('at the time of day of what it comes before, and after it was looked up', () => {
    const aanloop = withSteps({ agendacommissie: { tijd: '08:00' } });
    expect(bereikVooraf(aanloop)).toEqual({ werkdagen: -21, tijd: '08:00' });
    expect(opzoekenVanaf(aanloop)).toEqual({ werkdagen: -26, tijd: '08:00' });
  });
});
