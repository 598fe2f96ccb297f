import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('the place of the next vergadering is set, shown, changed and taken away', async () => {
  expect(await talk.say(SECRETARIS, 'overleg plaats RBA Stadhuis Haarlem, zaal 3')).toContain(
    'Plaats: nog niet bekend → Stadhuis Haarlem, zaal 3',
  );
  expect(await talk.say(UWV, 'overleg')).toContain('Plaats: Stadhuis Haarlem, zaal 3');
  expect(await talk.say(SECRETARIS, 'overleg RBA plaats Raadhuis')).toContain('zaal 3 → Raadhuis');
  expect(await talk.say(SECRETARIS, 'overleg locatie weg')).toContain('Plaats: Raadhuis → nog niet bekend');
  expect(await talk.say(UWV, 'overleg')).not.toContain('Plaats');
});

test('the first word of a place is no code when no overleg is called so', async () => {
  expect(await talk.say(SECRETARIS, 'overleg plaats Stadhuis Velsen')).toContain('→ Stadhuis Velsen');
});

test.each([
  ['overleg link RBA http://teams.example/1', 'Een link begint met https://'],
  ['overleg link RBA javascript:alert(1)', 'Een link begint met https://'],
  ['overleg link RBA https://teams.example/1 en 2', 'geen spatie'],
  [
    'overleg plaats RBA',
    'Zet erbij wat het wordt, bijvoorbeeld «overleg plaats RBA Stadhuis Haarlem, zaal 3»',
  ],
  [`overleg plaats RBA ${'zaal '.repeat(60)}`, 'hoogstens 200 tekens'],
  ['overleg link RBA weg', 'Er staat nog niets.'],
])('«%s» is refused, and says why', async (words, why) => {
  expect(await talk.say(SECRETARIS, words)).toContain(why);
});

test('where a vergadering is, is for the secretaris to say', async () => {
  expect(await talk.say(UWV, 'overleg plaats RBA Stadhuis')).toContain('Alleen de secretaris');
});

test('the place and the link of the vergadering of a day are set, and those of the next one stay', async () => {
  await talk.say(SECRETARIS, 'overleg plan RBA 14 oktober 2027');
  const text = await talk.say(SECRETARIS, 'overleg plaats RBA van 14 oktober 2027 Stadhuis Haarlem');
  expect(text).toContain('(RBA) op donderdag 14 oktober 2027 om 10:00 uur');
  expect(text).toContain('Plaats: nog niet bekend → Stadhuis Haarlem');
  expect(await talk.say(SECRETARIS, 'overleg link van 14 oktober https://teams.example/2')).toContain(
    'Link: nog niet bekend → https://teams.example/2',
  );
  expect(await talk.say(SECRETARIS, 'overleg RBA van 14 oktober 2027 plaats Raadhuis')).toContain(
    'Stadhuis Haarlem → Raadhuis',
  );
  expect(await talk.say(UWV, 'overleg')).not.toContain('Raadhuis');
  expect(await talk.say(UWV, 'overleg RBA 14 oktober 2027')).toContain('Plaats: Raadhuis');
});

test.each([
  ['overleg plaats RBA van 15 oktober 2027 Stadhuis', 'Op vrijdag 15 oktober 2027 is geen vergadering.'],
  ['overleg plaats RBA 15 oktober 2027 Stadhuis', 'Op vrijdag 15 oktober 2027 is geen vergadering.'],
  ['overleg plaats RBA 3e verdieping', '→ 3e verdieping'],
  ['overleg plaats RBA van 31 februari 2027 Stadhuis', '31 februari 2027 bestaat niet'],
  ['overleg plaats RBA van 11 jnuari 2027 Stadhuis', 'Ik begrijp de datum «11 jnuari 2027» niet'],
  [
    'overleg plaats RBA van 11 januari 2027',
    '«overleg plaats RBA van 11 januari 2027 Stadhuis Haarlem, zaal 3»',
  ],
  ['overleg plaats RBA Van der Valk Haarlem', '→ Van der Valk Haarlem'],
  ['overleg plaats RBA op het stadhuis', '→ op het stadhuis'],
])('«%s» is about a day only where it names one', async (words, answer) => {
  expect(await talk.say(SECRETARIS, words)).toContain(answer);
});
