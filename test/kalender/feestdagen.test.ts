import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLocalTime, toLocal } from '../../src/kalender/datum.ts';
import { type Dagen, isIn, isWerkdag, plusWerkdagen } from '../../src/kalender/werkdag.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

/** Easter Sunday, as published; everything that moves with it is written down as days after it. */
const PASEN: Record<number, string> = {
  2020: '2020-04-12',
  2021: '2021-04-04',
  2022: '2022-04-17',
  2023: '2023-04-09',
  2024: '2024-03-31',
  2025: '2025-04-20',
  2026: '2026-04-05',
  2027: '2027-03-28',
  2028: '2028-04-16',
  2029: '2029-04-01',
  2030: '2030-04-21',
  2031: '2031-04-13',
  2032: '2032-03-28',
  2033: '2033-04-17',
  2034: '2034-04-09',
  2035: '2035-03-25',
  2036: '2036-04-13',
  2037: '2037-04-05',
  2038: '2038-04-25',
  2039: '2039-04-10',
  2040: '2040-04-01',
};

/** When the 27th of April is a Sunday, Koningsdag is the day before. */
const KONINGSDAG_EERDER = [2025, 2031, 2036];
const LUSTRUM = [2020, 2025, 2030, 2035, 2040];

const feestdagenVan = (year: number): string[] => {
  const pasen = day(PASEN[year] ?? '');
  const moving = [0, 1, 39, 49, 50].map((days) => pasen.add({ days }).toString());
  const fixed = ['01-01', '12-25', '12-26'].map((date) => `${year}-${date}`);
  const koning = `${year}-04-${KONINGSDAG_EERDER.includes(year) ? 26 : 27}`;
  return [...moving, ...fixed, koning, ...(LUSTRUM.includes(year) ? [`${year}-05-05`] : [])];
};

describe.each(Object.keys(PASEN).map(Number))('in %d', (year) => {
  test('the working days are those that are no weekend and no published holiday', () => {
    const off = new Set(feestdagenVan(year));
    const first = day(`${year}-01-01`);
    const wrong = Array.from({ length: first.daysInYear }, (_, days) => first.add({ days })).filter(
      (date) => isWerkdag(date) !== (date.dayOfWeek <= 5 && !off.has(date.toString())),
    );
    expect(wrong.map(String)).toEqual([]);
  });
});

const days = fc.integer({ min: 0, max: 21 * 365 }).map((count) => day('2020-01-01').add({ days: count }));
/** Not more than half of the time: with everything off there is no working day to be found. */
const vakanties: fc.Arbitrary<Dagen[]> = fc.array(
  fc
    .tuple(days, fc.integer({ min: 0, max: 44 }))
    .map(([van, length]) => ({ van, tot: van.add({ days: length }) })),
  { maxLength: 6 },
);
const counts = fc.integer({ min: 1, max: 40 });

describe('counting in working days', () => {
  test('never lands on a weekend, a holiday or a day off', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), vakanties, (from, count, vrij) => {
        const date = plusWerkdagen(from, count, vrij);
        expect(isWerkdag(date)).toBe(true);
        expect(vrij.some((dagen) => isIn(date, dagen))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('back is the inverse of ahead, from a working day', () => {
    fc.assert(
      fc.property(days, counts, vakanties, (from, count, vrij) => {
        const begin = plusWerkdagen(from, 0, vrij);
        expect(plusWerkdagen(plusWerkdagen(begin, count, vrij), -count, vrij).toString()).toBe(`${begin}`);
        expect(plusWerkdagen(plusWerkdagen(begin, -count, vrij), count, vrij).toString()).toBe(`${begin}`);
      }),
      { numRuns: 300 },
    );
  });

  test('passes exactly as many working days as it says', () => {
    fc.assert(
      fc.property(days, counts, vakanties, (from, count, vrij) => {
        const end = plusWerkdagen(from, count, vrij);
        const passed = Array.from({ length: from.until(end).days }, (_, index) =>
          from.add({ days: index + 1 }),
        );
        expect(passed.filter((date) => isWerkdag(date, vrij))).toHaveLength(count);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a time of day', () => {
  // 02:30 does not exist when summer time begins, and is there twice when it ends.
  test.each([
    ['2027-03-27', '02:30', '2027-03-27T01:30:00Z'],
    ['2027-03-28', '01:59', '2027-03-28T00:59:00Z'],
    ['2027-03-28', '02:30', '2027-03-28T01:30:00Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00Z'],
    ['2027-03-29', '09:00', '2027-03-29T07:00:00Z'],
    ['2027-10-30', '09:00', '2027-10-30T07:00:00Z'],
    ['2027-10-31', '02:30', '2027-10-31T00:30:00Z'],
    ['2027-10-31', '03:00', '2027-10-31T02:00:00Z'],
    ['2027-11-01', '09:00', '2027-11-01T08:00:00Z'],
  ])('on %s at %s is %s', (date, time, instant) => {
    expect(atLocalTime(day(date), time).toString()).toBe(instant);
  });

  test('from three in the morning on is the same on the clock on every day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 3, max: 23 }), (date, hour) => {
        const time = `${String(hour).padStart(2, '0')}:00`;
        const local = toLocal(atLocalTime(date, time));
        expect(`${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`).toBe(
          `${date} ${time}`,
        );
      }),
    );
  });
});
