import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const asked = () =>
  talk.inRegio(async (tx) => {
    const row = await tx.herinnering.findFirstOrThrow({ where: { soort: 'uitvraag', status: 'gepland' } });
    return row.geplandOp.toISOString();
  });

test('a vakantie that counts moves the run-up, and back when it does not', async () => {
  const text = await talk.say(SECRETARIS, 'vakantie kerst telt mee');
  expect(text).toContain('De kerstvakantie telt mee: in de aanloop zijn dit geen werkdagen');
  // Fifteen working days before 11 January, without the two weeks.
  expect(await asked()).toBe('2026-12-07T08:00:00.000Z');
  expect(await talk.say(SECRETARIS, 'kerstvakantie telt niet mee')).toContain('dit gewone werkdagen');
  expect(await asked()).toBe('2026-12-17T08:00:00.000Z');
});

test('with a year only what begins in it counts', async () => {
  await talk.say(SECRETARIS, 'vakantie kerst 2027 telt mee');
  const rows = await talk.inRegio((tx) => tx.vakantie.findMany({ where: { vrij: true } }));
  expect(rows.map(({ van }) => van.toISOString().slice(0, 10))).toEqual(['2027-12-25']);
});

test('a vakantie that nobody knows is refused, with those that are known', async () => {
  expect(await talk.say(SECRETARIS, 'vakantie pasen telt mee')).toContain(
    'Er komt geen vakantie «pasen». Ik ken: kerstvakantie, voorjaarsvakantie',
  );
  expect(await talk.say(UWV, 'vakantie kerst telt mee')).toContain('Alleen de secretaris');
});
