import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS } from '../talk.ts';

const talk = talkFor('postgres');

const news = () => talk.sent.filter(({ edited }) => !edited);

test('a vergadering that is put back before anyone was told is not spoken of', async () => {
  await talk.passTo(at('2026-12-18T09:00'));
  talk.sent.length = 0;
  await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
  await talk.say(SECRETARIS, 'Terugzetten');
  await talk.run();
  expect(news()).toEqual([]);
  for (const { text } of talk.sent) expect(text).toContain('11 januari 2027');
});

test('who was told of one change hears the next one compared with it, and the first notice is put right', async () => {
  await talk.passTo(at('2026-12-18T09:00'));
  await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
  await talk.run();
  talk.sent.length = 0;
  await talk.say(SECRETARIS, 'overleg verplaats 15 april 2027');
  await talk.run();
  expect(news()).toHaveLength(29);
  expect(news()[0]?.text).toContain(
    'van donderdag 8 april 2027 om 10:00 uur is verplaatst naar donderdag 15 april 2027',
  );
  const old = talk.sent.filter(({ edited, text }) => edited && text.includes('is verplaatst'));
  expect(old).toHaveLength(29);
  for (const { text } of old) expect(text).toMatch(/van maandag 11 januari .* naar donderdag 15 april 2027/);
});

test('a change of place is told once, with where it was; several changes are one message', async () => {
  await talk.passTo(at('2026-12-18T09:00'));
  talk.sent.length = 0;
  await talk.say(SECRETARIS, 'overleg plaats RBA Stadhuis Haarlem');
  await talk.say(SECRETARIS, 'overleg plaats RBA Raadhuis Velsen, zaal 3');
  await talk.say(SECRETARIS, 'overleg link RBA https://teams.example/l/1');
  await talk.run();
  expect(news()).toHaveLength(29);
  expect(news()[0]?.text).toBe(
    [
      'Regionaal Beraad Arbeidsmarkt (RBA)',
      'De vergadering is op maandag 11 januari 2027 om 10:00 uur.',
      'Plaats: nog niet bekend → Raadhuis Velsen, zaal 3',
      'Online: https://teams.example/l/1',
    ].join('\n'),
  );
});
