import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const begins = () =>
  talk.inRegio(async (tx) => {
    const rows = await tx.vergadering.findMany({
      where: { overleg: { code: 'RBA' } },
      orderBy: { begin: 'asc' },
    });
    return rows.map(({ begin }) => begin.toISOString());
  });

test('the coming year is proposed, outside vakanties and beside what is planned, and planned when accepted', async () => {
  const text = await talk.say(SECRETARIS, 'overleg plan');
  expect(text).toContain(
    [
      'Regionaal Beraad Arbeidsmarkt (RBA): 3 vergaderingen',
      'maandag 12 april 2027: 10:00 uur',
      'maandag 5 juli 2027: 10:00 uur',
      'maandag 11 oktober 2027: 10:00 uur',
      'Op 11 januari 2027 staat er al een. Voor kwartaal 1 van 2027 komt er geen bij.',
      '12 juli 2027 valt in de zomervakantie. Daarom 5 juli 2027.',
    ].join('\n'),
  );
  expect(await begins()).toHaveLength(1);
  expect(await talk.say(SECRETARIS, '3 vergaderingen plannen')).toContain('3 vergaderingen gepland');
  expect(await begins()).toEqual([
    '2027-01-11T09:00:00.000Z',
    '2027-04-12T08:00:00.000Z',
    '2027-07-05T08:00:00.000Z',
    '2027-10-11T08:00:00.000Z',
  ]);
  const planned = await talk.inRegio((tx) => tx.herinnering.groupBy({ by: ['vergaderingId'] }));
  expect(planned).toHaveLength(4);
  expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'overleg gepland' } }))).toBe(3);
  expect(await talk.say(SECRETARIS, 'overleg plan RBA 2027')).toContain(
    'Ik heb geen datum om voor te stellen.',
  );
});

test('a date on which the leden meet elsewhere is not proposed', async () => {
  await talk.say(SECRETARIS, 'overleg plan AGC 12 april 2027');
  expect(await talk.say(SECRETARIS, 'overleg plan')).toContain(
    '12 april 2027 is ook de dag van AGC. Daarom 5 april 2027.',
  );
});

test('in a quarter in which it has met no second vergadering is proposed', async () => {
  await talk.say(SECRETARIS, 'overleg plan RBA 20 mei 2027');
  talk.clock.moveTo(at('2027-01-20T10:00'));
  const text = await talk.say(SECRETARIS, 'overleg plan RBA');
  expect(text).toContain('(RBA): 2 vergaderingen');
  expect(text).toContain('Op 11 januari 2027 staat er al een. Voor kwartaal 1 van 2027 komt er geen bij.');
  expect(text).not.toContain('februari 2027');
});

test('what is planned while a voorstel is open is shown again before anything is saved', async () => {
  const proposed = await talk.say(SECRETARIS, 'overleg plan');
  expect(proposed).toContain('12 april 2027');
  await talk.inRegio(async (tx) => {
    const { overlegId } = await tx.vergadering.findFirstOrThrow();
    await tx.vergadering.create({ data: { overlegId, begin: new Date('2027-04-12T08:00:00Z') } });
  });
  const text = await talk.say(SECRETARIS, '3 vergaderingen plannen');
  expect(text).toContain('intussen is hier iets veranderd');
  expect(text).toContain('2 vergaderingen');
  expect(await begins()).toHaveLength(2);
});

test('a voorstel that is refused plans nothing', async () => {
  await talk.say(SECRETARIS, 'overleg plan');
  expect(await talk.say(SECRETARIS, 'Annuleren')).toContain('Geannuleerd. Er is niets gewijzigd.');
  expect(await begins()).toHaveLength(1);
});

test('a year that is over is refused; where no vakanties are known that is said', async () => {
  expect(await talk.say(SECRETARIS, 'overleg plan 2025')).toContain('2025 is (bijna) voorbij.');
  expect(await talk.say(SECRETARIS, 'overleg plan RBA 2031')).toContain(
    'Na september 2030 ken ik geen vakanties.',
  );
  expect(await talk.say(UWV, 'overleg plan')).toContain('Alleen de secretaris');
});
