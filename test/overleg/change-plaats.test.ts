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
