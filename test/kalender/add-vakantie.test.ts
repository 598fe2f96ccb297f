import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('a vakantie is added, counts as time off, and the run-up goes round it', async () => {
  const asked = () =>
    talk.inRegio((tx) =>
      tx.herinnering.findFirstOrThrow({ where: { soort: 'uitvraag', status: 'gepland' } }),
    );
  expect((await asked()).geplandOp.toISOString()).toBe('2026-12-17T08:00:00.000Z');
  const text = await talk.say(SECRETARIS, 'vakantie sluitingsweek 14 december t/m 18 december 2026');
  expect(text).toContain(
    'Toegevoegd: sluitingsweek, van maandag 14 december 2026 t/m vrijdag 18 december 2026.',
  );
  expect(text).toContain('De sluitingsweek telt mee: in de aanloop zijn dit geen werkdagen');
  expect((await asked()).geplandOp.toISOString()).toBe('2026-12-10T08:00:00.000Z');
});

test.each([
  [
    'bouwvak 2 t/m 20 augustus 2027',
    'Toegevoegd: bouwvak, van maandag 2 augustus 2027 t/m vrijdag 20 augustus 2027.',
  ],
  ['vakantie carnaval 8-2-2027 tot en met 12-2-2027', 'Toegevoegd: carnaval, van maandag 8 februari 2027'],
  ['vakantie brugdag 7 mei 2027', 'Toegevoegd: brugdag, op vrijdag 7 mei 2027.'],
  [
    'vakantie kerst 21 december t/m 1 januari 2027',
    'Gewijzigd: kerstvakantie, 19 december 2026 t/m 3 januari 2027 → 21 december 2026 t/m 1 januari 2027.',
  ],
])('«%s» is understood', async (words, answer) => {
  expect(await talk.say(SECRETARIS, words)).toContain(answer);
});

test.each([
  ['vakantie', 'Zet er een naam en twee data bij'],
  ['vakantie herfst', 'Zet er een naam en twee data bij'],
  ['vakantie kerst 31 februari 2027', '31 februari 2027 bestaat niet'],
  ['vakantie kerst 4 januari 2027 t/m 19 december 2026', 'Zet de eerste dag vooraan'],
  ['vakantie kerst 1 januari 2026 t/m 9 januari 2026', 'is al geweest'],
  ['vakantie zomer 1 mei 2027 t/m 1 september 2027', 'hoogstens 70 dagen'],
])('«%s» is refused, and says why', async (words, why) => {
  expect(await talk.say(SECRETARIS, words)).toContain(why);
});

test('the vakanties are for the secretaris to say', async () => {
  expect(await talk.say(UWV, 'vakantie kerst 19 december 2026 t/m 3 januari 2027')).toContain(
    'Alleen de secretaris',
  );
});
