import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { UWV } from '../talk.ts';

const talk = talkFor('postgres');

test.each([
  ['herinner mij alleen op dinsdag en donderdag', 'Dagen: dinsdag en donderdag'],
  ['herinner mij op ma t/m do', 'Dagen: maandag, dinsdag, woensdag en donderdag'],
  ['herinner mij om 8 uur', 'Tijd: vanaf 08:00 uur'],
  ['herinner mij vanaf 13:30', 'Tijd: vanaf 13:30 uur'],
  ['herinner mij via de terminal', 'Via: de terminal'],
  ['alleen de aanlevertermijn', 'Waarover: alleen de aanlevertermijn (en een vraag om akkoord, één keer)'],
])('«%s» is kept', async (words, shown) => {
  expect(await talk.say(UWV, words)).toContain('Opgeslagen.');
  expect(await talk.say(UWV, 'instellingen')).toContain(shown);
  expect(await talk.say(UWV, words)).toContain('Zo stond het al.');
});

test.each([
  [
    'herinner mij via teams',
    'Via teams kan ik je niet bereiken. Zeg daar eerst één keer «hallo» tegen mij, of kies uit: de terminal.',
  ],
  ['herinner mij alleen op zaterdag', 'Op zaterdag en zondag stuur ik niets.'],
  ['herinner mij op do t/m ma', 'Zet de eerste dag van de week vooraan'],
  ['herinner mij om 6 uur', 'Kies een tijd van 7:00 t/m 18:00 uur'],
  ['herinner mij om 18:30', 'Kies een tijd van 7:00 t/m 18:00 uur'],
])('«%s» is refused', async (words, why) => {
  expect(await talk.say(UWV, words)).toContain(why);
  expect(await talk.inRegio((tx) => tx.voorkeur.count())).toBe(0);
});

const gotBy = async (until: string) => {
  await talk.passTo(at(until));
  return talk.sent.filter(({ to }) => to === UWV);
};

test('who chose days, a time and short dates is reminded then and so', async () => {
  // The RBA of 11 January asks on Thursday 17 December, at 09:00.
  const [plain] = [await talk.say(UWV, 'instellingen')];
  expect(plain).toContain('Volgende herinnering: donderdag 17 december 2026 om 09:00 uur: Uitvraag (RBA)');
  const answer = await talk.say(UWV, 'herinner mij alleen op vrijdag');
  expect(answer).toContain('Volgende herinnering: vrijdag 18 december 2026 om 09:00 uur');
  expect(await talk.say(UWV, 'herinner mij om 11 uur')).toContain('vrijdag 18 december 2026 om 11:00 uur');
  expect(await gotBy('2026-12-18T10:59')).toEqual([]);
  expect((await gotBy('2026-12-18T11:05')).map(({ at }) => at)).toEqual(['18 december 2026, 11:00']);
});

test('who wants the aanlevertermijn only gets that', async () => {
  expect(await talk.say(UWV, 'alleen de aanlevertermijn')).toContain('Aanlevertermijn (RBA)');
  const got = await gotBy('2027-01-08T17:00');
  expect(got.map(({ text }) => text.includes('Laatste oproep'))).toEqual([true]);
  expect(await talk.say(UWV, 'herinner mij weer aan alles')).toContain('Waarover: alles');
});

test('dates are written as somebody wants them', async () => {
  await talk.say(UWV, 'instellingen wijzigen');
  for (const line of ['1', 'ma t/m vr', '1', '2', '1']) await talk.say(UWV, line);
  expect(await talk.say(UWV, 'instellingen')).toContain('Datums: kort');
  const [first] = await gotBy('2026-12-17T09:05');
  expect(first?.text).toContain('De vergadering is op ma 11-1-2027 om 10:00 uur.');
});

test('what was sent already is not sent again by a change', async () => {
  expect(await gotBy('2026-12-17T09:05')).toHaveLength(1);
  await talk.say(UWV, 'herinner mij om 14 uur');
  expect(await gotBy('2026-12-18T17:00')).toHaveLength(1);
});
