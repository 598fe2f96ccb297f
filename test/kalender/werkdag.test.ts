import { describe, expect, test } from 'vitest';
import { isWerkdag, plusWerkdagen } from '../../src/kalender/werkdag.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

describe('a working day', () => {
  test.each([
    ['2026-12-25', 'Kerstmis'],
    ['2026-12-26', 'a Saturday and Tweede kerstdag'],
    ['2027-01-01', 'Nieuwjaar'],
    ['2027-03-29', 'Tweede paasdag'],
    ['2027-04-27', 'Koningsdag'],
    ['2025-04-26', 'Koningsdag a day early, when the 27th is a Sunday'],
    ['2027-05-06', 'Hemelvaartsdag'],
    ['2027-05-17', 'Tweede pinksterdag'],
    ['2025-05-05', 'Bevrijdingsdag in a lustrum year'],
    ['2030-05-05', 'a Sunday and Bevrijdingsdag'],
    ['2026-11-28', 'a Saturday'],
  ])('is not %s, %s', (iso) => {
    expect(isWerkdag(day(iso))).toBe(false);
  });

  test.each(['2026-11-23', '2026-12-24', '2027-03-26', '2027-05-05', '2026-12-31', '2026-05-04'])(
    'is %s',
    (iso) => {
      expect(isWerkdag(day(iso))).toBe(true);
    },
  );
});

describe('counting in working days', () => {
  test('passes over Christmas and New Year', () => {
    expect(plusWerkdagen(day('2027-01-11'), -15).toString()).toBe('2026-12-17');
    expect(plusWerkdagen(day('2027-01-11'), -5).toString()).toBe('2027-01-04');
    expect(plusWerkdagen(day('2027-01-11'), -1).toString()).toBe('2027-01-08');
  });

  test('goes forward and back to where it began', () => {
    for (let offset = 0; offset < 400; offset += 1) {
      const begin = plusWerkdagen(day('2026-01-01').add({ days: offset }), 0);
      for (const count of [1, 5, 15])
        expect(plusWerkdagen(plusWerkdagen(begin, count), -count)).toEqual(begin);
    }
  });

  test('of none gives the day itself, or the next working day', () => {
    expect(plusWerkdagen(day('2026-11-23'), 0).toString()).toBe('2026-11-23');
    expect(plusWerkdagen(day('2026-11-28'), 0).toString()).toBe('2026-11-30');
  });
});
