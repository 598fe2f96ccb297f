import { describe, expect, test } from 'vitest';
import { mailboxOf, wantDates } from '../herinnering/mailbox.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

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

test('dates are written as the reader wants them', async () => {
  await wantDates(mailboxOf(talk), UWV, 'kort');
  await talk.passTo(at('2026-12-18T09:00'));
  const toldUwv = () => news().findLast(({ to }) => to === UWV)?.text;
  await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
  await talk.run();
  expect(toldUwv()).toContain('van ma 11-1-2027 om 10:00 uur is verplaatst naar do 8-4-2027 om 10:00 uur.');
  await talk.say(SECRETARIS, 'overleg annuleer');
  await talk.say(SECRETARIS, 'Afzeggen');
  await talk.run();
  expect(toldUwv()).toContain('De vergadering van do 8-4-2027 om 10:00 uur gaat niet door.');
});

describe('a change at night or in a weekend', () => {
  const sunday = at('2027-01-03T22:00');
  const arrived = () => [...new Set(news().map((one) => one.at))];

  const onSunday = async (...words: string[]) => {
    await talk.passTo(sunday);
    talk.sent.length = 0;
    for (const line of words) await talk.say(SECRETARIS, line);
    await talk.run();
  };

  const told = () => news().filter(({ text }) => /is verplaatst|gaat niet door|Plaats:/.test(text));

  test('is told at the next working hours; what was said before is put right at once', async () => {
    await onSunday('overleg verplaats 8 april 2027');
    expect(news()).toEqual([]);
    expect(talk.sent.length).toBeGreaterThan(0);
    for (const { text } of talk.sent) expect(text).toContain('8 april 2027');
    await talk.passTo(at('2027-01-04T09:00'));
    expect(told()).toHaveLength(29);
    expect(arrived()).toEqual(['4 januari 2027, 09:00']);
  });

  test('waits for the days of who reads it', async () => {
    await talk.say(UWV, 'herinner mij op donderdag en vrijdag');
    await onSunday('overleg plaats RBA Raadhuis Velsen');
    await talk.passTo(at('2027-01-08T12:00'));
    const toUwv = told().filter(({ to, text }) => to === UWV && text.includes('Plaats:'));
    expect(toUwv.map((one) => one.at)).toEqual(['7 januari 2027, 09:00']);
  });

  test('is told at once where the vergadering would begin before their hours do', async () => {
    await talk.passTo(at('2027-01-10T22:00'));
    await talk.say(SECRETARIS, 'overleg verplaats 11 januari 2027 08:30');
    talk.sent.length = 0;
    await talk.run();
    expect(told().length).toBeGreaterThan(29);
    expect(arrived()).toEqual(['10 januari 2027, 22:00']);
  });

  test('comes in ordinary hours where their own days come too late', async () => {
    await talk.say(UWV, 'herinner mij op donderdag en vrijdag');
    await talk.passTo(at('2027-01-08T22:00'));
    await talk.say(SECRETARIS, 'overleg verplaats 11 januari 2027 14:00');
    talk.sent.length = 0;
    await talk.passTo(at('2027-01-11T09:30'));
    expect(told().map((one) => [one.to, one.at])).toContainEqual([UWV, '11 januari 2027, 09:00']);
  });

  test('that waits is told at once when the next change leaves no time', async () => {
    await talk.passTo(at('2027-01-10T22:00'));
    await talk.say(SECRETARIS, 'overleg plaats RBA Raadhuis Velsen');
    await talk.run();
    talk.sent.length = 0;
    await talk.say(SECRETARIS, 'overleg verplaats 11 januari 2027 08:30');
    await talk.run();
    expect(told().length).toBeGreaterThan(29);
    expect(arrived()).toEqual(['10 januari 2027, 22:00']);
    for (const { text } of told())
      expect(text).toContain('is verplaatst naar maandag 11 januari 2027 om 08:30 uur');
  });

  test('that is taken back in the same night is not spoken of', async () => {
    await onSunday('overleg verplaats 8 april 2027');
    await talk.say(SECRETARIS, 'overleg verplaats RBA 11 januari 2027 10:00');
    await talk.passTo(at('2027-01-04T10:00'));
    expect(told()).toEqual([]);
  });

  test('of a vergadering that is off is told at the next working hours too', async () => {
    await onSunday('overleg annuleer', 'Afzeggen');
    expect(news()).toEqual([]);
    await talk.passTo(at('2027-01-04T09:00'));
    expect(arrived()).toEqual(['4 januari 2027, 09:00']);
    for (const { text } of told()) expect(text).toContain('gaat niet door');
  });
});
