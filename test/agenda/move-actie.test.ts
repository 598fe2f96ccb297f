import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe('the thema of an actie', () => {
  let talk: Talk;
  let desk: Desk;
  beforeAll(async () => {
    talk = await talkOn('postgres');
  });
  beforeEach(async () => {
    await talk.reset();
    desk = deskOf(talk, SECRETARIS);
  });
  afterAll(() => talk.close());

  test('changes in one line, and lists and counts follow', async () => {
    expect(await desk.say('actie 12 thema 4')).toContain(
      'Thema: 2. Gelijke kansen voor werkzoekenden → 4. Aansluiting onderwijs en arbeidsmarkt',
    );
    await desk.press('Opslaan');
    expect(await talk.say(UWV, 'acties thema 4')).toContain('10 acties');
    expect(await talk.say(UWV, 'actie 12')).toContain('Pijler: Van onderwijs naar werk');
    expect(await talk.inRegio((tx) => tx.update.count())).toBe(0);
  });

  test('is refused when it does not exist, with those that do', async () => {
    expect(await desk.say('actie 12 naar thema 44')).toContain('Thema 44 bestaat niet. Kies uit: 1, 2, 3');
  });

  test('of an actie that does not exist is refused', async () => {
    expect(await desk.say('actie 999999999999 thema 4')).toContain('bestaat niet');
  });

  test('is changed by the secretaris only', async () => {
    expect(await talk.say(UWV, 'actie 4 thema 2')).toContain('Alleen de secretaris');
  });
});
