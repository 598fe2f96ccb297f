import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe('the log of the run-up', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn('postgres');
  });
  afterAll(() => talk.close());

  test('says in words who did what and when, the newest first, in pages', async () => {
    expect(await talk.say(UWV, 'overleg herinneringen log')).toContain('Alleen de secretaris');
    expect(await talk.say(SECRETARIS, 'overleg herinneringen log')).toContain('Er is nog niets gewijzigd.');
    await talk.say(SECRETARIS, 'overleg aanloop coulance uit');
    await talk.say(SECRETARIS, `overleg herinneringen sla ${UWV} over`);
    await talk.say(SECRETARIS, 'overleg verplaats 25 januari 2027');
    const text = await talk.say(SECRETARIS, 'overleg herinneringen logboek');
    const lines = [
      'Ambtelijk secretaris verplaatste de vergadering van maandag 11 januari 2027 om 10:00 uur naar maandag 25 januari',
      'Ambtelijk secretaris sloeg Trekker UWV over',
      'Ambtelijk secretaris wijzigde coulance: aan → uit',
    ];
    const places = lines.map((line) => text.indexOf(line));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('23 november 2026, 09:00 uur · over de vergadering van 25 januari 2027');
    for (const stand of ['uit', 'aan', 'uit', 'aan', 'uit', 'aan'])
      await talk.say(SECRETARIS, `overleg aanloop escalatie ${stand}`);
    expect(await talk.say(SECRETARIS, 'overleg herinneringen log')).toContain('Pagina 1 van 2');
    expect(await talk.say(SECRETARIS, 'Volgende')).toContain('wijzigde coulance: aan → uit');
  });

  test('says where it is, what was put off and which days off count', async () => {
    await talk.reset();
    await talk.say(SECRETARIS, 'vakantie storm 5 januari 2027');
    await talk.say(SECRETARIS, 'vakantie storm telt niet mee');
    await talk.say(SECRETARIS, 'vakantie storm telt mee');
    await talk.say(SECRETARIS, 'vakantie weg storm');
    await talk.say(SECRETARIS, 'overleg plaats RBA Stadhuis Haarlem');
    await talk.say(SECRETARIS, 'overleg link RBA https://teams.example/l/1');
    await talk.say(SECRETARIS, 'overleg link RBA geen');
    await talk.passTo(at('2026-12-17T09:05'));
    await talk.say(UWV, 'later 22 december');
    await talk.run();
    await talk.say(UWV, 'Toch nu');
    const pages = [
      await talk.say(SECRETARIS, 'overleg herinneringen log'),
      await talk.say(SECRETARIS, 'Volgende'),
    ];
    const text = pages.join('');
    const van = 'de vergadering van maandag 11 januari 2027 om 10:00 uur';
    for (const line of [
      'Ambtelijk secretaris voegde storm (5 januari 2027) toe',
      'Ambtelijk secretaris liet storm (5 januari 2027) niet meer meetellen',
      'Ambtelijk secretaris liet storm (5 januari 2027) meetellen',
      'Ambtelijk secretaris haalde storm (5 januari 2027) weg',
      `Ambtelijk secretaris zette de plaats van ${van} op «Stadhuis Haarlem»`,
      `Ambtelijk secretaris zette de link van ${van} op «https://teams.example/l/1»`,
      `Ambtelijk secretaris haalde de link van ${van} weg`,
      'Trekker UWV stelde een vraag uit tot dinsdag 22 december 2026 om 09:00 uur',
      'Trekker UWV trok het uitstel van een vraag in',
    ])
      expect(text).toContain(line);
    expect(text).toContain('17 december 2026, 09:05 uur · over de vergadering van 11 januari 2027');
  });
});
