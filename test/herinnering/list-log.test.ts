import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
});
