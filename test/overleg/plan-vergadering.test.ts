import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('planning a vergadering plans its herinneringen, for the acties of its overleg', async () => {
  expect(await talk.say(SECRETARIS, 'overleg plan REO 8 april 2027 14:00')).toContain(
    'Regionaal Economisch Overleg (REO) is gepland op donderdag 8 april 2027 om 14:00 uur',
  );
  const asked = await talk.inRegio((tx) =>
    tx.herinnering.findMany({
      where: { soort: 'uitvraag', vergadering: { overleg: { code: 'REO' } } },
      include: { persoon: true },
    }),
  );
  // Acties 41 to 46: seven gemeenten, VBZ KAM and the REO itself.
  expect(asked.map(({ persoon }) => persoon.email).sort()).toEqual(
    [
      'beverwijk',
      'bloemendaal',
      'haarlem',
      'heemskerk',
      'heemstede',
      'reo',
      'vbz-kam',
      'velsen',
      'zandvoort',
    ].map((code) => `trekker@${code}.example`),
  );
});

test('an overleg is planned at ten, and is the RBA, unless said otherwise', async () => {
  expect(await talk.say(SECRETARIS, 'overleg plan 8 april 2027')).toContain(
    '(RBA) is gepland op donderdag 8 april 2027 om 10:00 uur',
  );
});

test.each([
  ['overleg plan 11 januari 2027', 'staat al gepland op maandag 11 januari 2027'],
  ['overleg plan 25 december 2026', 'is een feestdag'],
  ['overleg plan ooit', 'Ik begrijp de datum «ooit» niet'],
])('«%s» is refused, and says why', async (words, why) => {
  expect(await talk.say(SECRETARIS, words)).toContain(why);
});

test('planning a vergadering is for the secretaris only', async () => {
  expect(await talk.say(UWV, 'overleg plan 8 april 2027')).toContain('Alleen de secretaris');
});

test('several vergaderingen are planned at once, a time of day after a comma too, or none of them', async () => {
  const text = await talk.say(SECRETARIS, 'overleg plan RBA 8-4-2027, 14:00; 1 juli 2027 en 14-10-2027');
  expect(text).toContain(
    [
      'Regionaal Beraad Arbeidsmarkt (RBA): 3 vergaderingen gepland',
      '• donderdag 8 april 2027 om 14:00 uur',
      '• donderdag 1 juli 2027 om 10:00 uur',
      '• donderdag 14 oktober 2027 om 10:00 uur',
    ].join('\n'),
  );
  const answer = await talk.say(SECRETARIS, 'overleg plan RBA 15-4-2027, 25 december 2027');
  expect(answer).toContain('valt in het weekend');
  expect(await talk.inRegio((tx) => tx.vergadering.count({ where: { overleg: { code: 'RBA' } } }))).toBe(4);
});

test('a vergadering in a vakantie, or on the day of another overleg of the same leden, is planned with a warning', async () => {
  await talk.say(SECRETARIS, 'overleg plan AGC 8 april 2027');
  expect(await talk.say(SECRETARIS, 'overleg plan 8 april 2027')).toContain(
    'Let op: donderdag 8 april 2027 is ook de dag van AGC.',
  );
  expect(await talk.say(SECRETARIS, 'overleg plan 29 april 2027')).toContain('valt in de meivakantie.');
});

test('a button that plans what was planned meanwhile plans nothing twice', async () => {
  expect(await talk.say(SECRETARIS, 'overleg plan 8 april 2027')).toContain('is gepland');
  expect(await talk.say(SECRETARIS, 'overleg plan 15 april 2027, 8 april 2027')).toContain(
    'staat al gepland',
  );
  expect(await talk.inRegio((tx) => tx.vergadering.count())).toBe(2);
});
