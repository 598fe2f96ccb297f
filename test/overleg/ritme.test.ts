import { describe, expect, test } from 'vitest';
import { type Bezwaar, patroonOf, proposeDates } from '../../src/overleg/ritme.ts';
import { at } from '../moments.ts';

const month = (text: string) => Temporal.PlainYearMonth.from(text);
const JAAR = {
  van: month('2027-01'),
  tot: month('2027-12'),
  gepland: [],
  patroon: patroonOf(at('2027-01-11T10:00')),
};
const none: Bezwaar = () => undefined;
const texts = (momenten: readonly Temporal.Instant[]) =>
  momenten.map((moment) => moment.toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime().toString());

describe('the dates of a rhythm', () => {
  test('are every quarter on the weekday, week and time of the example, in summer and in winter', () => {
    expect(texts(proposeDates({ ritme: 'kwartaal', ...JAAR, bezwaar: none }).momenten)).toEqual([
      '2027-01-11T10:00:00',
      '2027-04-12T10:00:00',
      '2027-07-12T10:00:00',
      '2027-10-11T10:00:00',
    ]);
  });

  test('are on the last such weekday in a month that has no fifth one', () => {
    const patroon = patroonOf(at('2027-03-29T14:00'));
    const { momenten } = proposeDates({ ritme: 'maand', ...JAAR, patroon, bezwaar: none });
    expect(texts(momenten).slice(0, 3)).toEqual([
      '2027-01-25T14:00:00',
      '2027-02-22T14:00:00',
      '2027-03-29T14:00:00',
    ]);
  });

  test('are on the nearest same weekday where the day cannot be, and else on the nearest day of the month', () => {
    const july: Bezwaar = (date) =>
      date.toString() >= '2027-07-10' ? 'valt in de zomervakantie' : undefined;
    const plan = { ritme: 'kwartaal' as const, ...JAAR, van: month('2027-07'), tot: month('2027-09') };
    expect(proposeDates({ ...plan, bezwaar: july })).toEqual({
      momenten: [at('2027-07-05T10:00')],
      opmerkingen: ['12 juli 2027 valt in de zomervakantie. Daarom 5 juli 2027.'],
    });
    const noMonday: Bezwaar = (date) => ([1, 6, 7].includes(date.dayOfWeek) ? 'kan niet' : undefined);
    expect(texts(proposeDates({ ...plan, bezwaar: noMonday }).momenten)).toEqual(['2027-07-13T10:00:00']);
  });

  test('leave out a month without a good day, and say so', () => {
    const bezwaar: Bezwaar = ({ month: number }) => (number === 8 ? 'valt in de zomervakantie' : undefined);
    const plan = { ritme: 'maand' as const, ...JAAR, van: month('2027-07'), tot: month('2027-09') };
    const { momenten, opmerkingen } = proposeDates({ ...plan, bezwaar });
    expect(momenten).toHaveLength(2);
    expect(opmerkingen).toEqual([
      'In augustus 2027 is geen goede dag. 9 augustus 2027 valt in de zomervakantie.',
    ]);
  });

  test('are not double with what is planned in the same quarter', () => {
    const gepland = [Temporal.PlainDate.from('2027-05-20')];
    const { momenten, opmerkingen } = proposeDates({ ritme: 'kwartaal', ...JAAR, gepland, bezwaar: none });
    expect(momenten).toHaveLength(3);
    expect(opmerkingen).toEqual([
      'Op 20 mei 2027 staat er al een. Voor kwartaal 2 van 2027 komt er geen bij.',
    ]);
  });
});
