import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binnenUren, GEWOON, momentVoor, type Voorkeur } from '../../src/bereikbaar/voorkeur.ts';
import { tijdText, toLocal } from '../../src/kalender/datum.ts';
import { type Dagen, isWerkdag } from '../../src/kalender/werkdag.ts';
import { at } from '../moments.ts';

const NEVER = at('2040-01-01T00:00');
const free = (uiterlijk = NEVER, vrij: Dagen[] = []) => ({ uiterlijk, vrij });
const tuesday: Voorkeur = { ...GEWOON, dagen: [2] };
const local = (moment: Temporal.Instant) =>
  toLocal(moment).toPlainDateTime().toString({ smallestUnit: 'minute' });

test('on the first of their own days, at their own time', () => {
  const moment = at('2026-12-17T09:00');
  expect(local(momentVoor(moment, GEWOON, free()))).toBe('2026-12-17T09:00');
  expect(local(momentVoor(moment, tuesday, free()))).toBe('2026-12-22T09:00');
  expect(local(momentVoor(moment, { ...GEWOON, tijd: '14:00' }, free()))).toBe('2026-12-17T14:00');
});

test('earlier rather than too late', () => {
  const moment = at('2026-12-17T09:00');
  expect(local(momentVoor(moment, tuesday, free(at('2026-12-18T17:00'))))).toBe('2026-12-15T09:00');
});

test('outside the hours it waits for nothing: the nearest hour of the same day', () => {
  expect(local(momentVoor(at('2026-12-17T07:30'), GEWOON, free()))).toBe('2026-12-17T09:00');
  expect(local(momentVoor(at('2026-12-17T18:00'), GEWOON, free()))).toBe('2026-12-17T16:00');
});

test('nothing in the time off of the regio', () => {
  const bouwvak = [
    { van: Temporal.PlainDate.from('2027-07-26'), tot: Temporal.PlainDate.from('2027-08-13') },
  ];
  expect(local(momentVoor(at('2027-07-27T09:00'), GEWOON, free(NEVER, bouwvak)))).toBe('2027-08-16T09:00');
  expect(local(binnenUren(at('2027-07-27T10:00'), GEWOON, free(NEVER, bouwvak)))).toBe('2027-08-16T09:00');
});

test.each([
  ['2026-03-28T12:00', '2026-03-30T09:00', '07:00:00'],
  ['2026-10-24T12:00', '2026-10-26T09:00', '08:00:00'],
])('after %s the clock changes, and it is nine o’clock on the wall all the same', (from, to, utc) => {
  for (const moment of [
    binnenUren(at(from), GEWOON, free()),
    momentVoor(at(`${from.slice(0, 10)}T09:00`), GEWOON, free()),
  ]) {
    expect(local(moment)).toBe(to);
    expect(moment.toString()).toContain(`T${utc}Z`);
  }
});

const TIJDEN = ['07:00', '08:30', '09:00', '12:00', '17:00', '18:00'];
const voorkeuren = fc.record({
  dagen: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
  tijd: fc.option(fc.constantFrom(...TIJDEN)),
  alleenTermijn: fc.boolean(),
});
const moments = fc
  .integer({
    min: at('2026-01-01T00:00').epochMilliseconds / 60_000,
    max: at('2028-01-01T00:00').epochMilliseconds / 60_000,
  })
  .map((minutes) => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000));
const vrij = fc.array(
  fc.tuple(moments, fc.nat(20)).map(([moment, days]) => {
    const van = toLocal(moment).toPlainDate();
    return { van, tot: van.add({ days }) };
  }),
  { maxLength: 2 },
);

function isOwn(moment: Temporal.Instant, { dagen, tijd }: Voorkeur, off: readonly Dagen[]): boolean {
  const date = toLocal(moment).toPlainDate();
  const [open, time] = [tijd ?? '09:00', tijdText(moment)];
  const closed = open >= '17:00' ? '19:01' : '17:00';
  return dagen.includes(date.dayOfWeek) && isWerkdag(date, off) && time >= open && time < closed;
}

const before = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

test('what is planned is on their own days, within their hours and before the deadline', () => {
  fc.assert(
    fc.property(
      moments,
      voorkeuren,
      vrij,
      fc.integer({ min: -5, max: 30 }),
      (moment, voorkeur, off, days) => {
        const uiterlijk = moment.add({ hours: days * 24 });
        const planned = momentVoor(moment, voorkeur, { uiterlijk, vrij: off });
        expect(isOwn(planned, voorkeur, off)).toBe(true);
        expect(before(planned, uiterlijk)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test('what is due is never sent earlier, and in their hours if that is in time', () => {
  fc.assert(
    fc.property(moments, voorkeuren, vrij, fc.integer({ min: 0, max: 30 }), (now, voorkeur, off, days) => {
      const uiterlijk = now.add({ hours: days * 24 });
      const sent = binnenUren(now, voorkeur, { uiterlijk, vrij: off });
      expect(before(sent, now)).toBe(false);
      const own = isOwn(sent, voorkeur, off);
      expect(own || isOwn(sent, GEWOON, [])).toBe(true);
      // Not their own only where their own would have been too late.
      const ideal = binnenUren(now, voorkeur, { uiterlijk: NEVER, vrij: off });
      if (before(ideal, uiterlijk)) expect(sent.equals(ideal)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
