import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe('a thema', () => {
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

  test.each([
    'thema 4 hernoemen Leren en werken',
    'hernoem thema 4 naar «Leren en werken»',
    'thema 4 hernoemen naar Leren en werken',
  ])('has another name after «%s»; its number and acties stay', async (words) => {
    const preview = await desk.say(words);
    expect(preview).toContain('Naam: Aansluiting onderwijs en arbeidsmarkt → Leren en werken');
    expect(preview).toContain('Dit geldt voor 9 acties.');
    await desk.press('Opslaan');
    expect(await talk.say(UWV, 'acties thema leren en werken')).toContain(
      '9 acties · thema 4 (Leren en werken)',
    );
    const log = await talk.inRegio((tx) =>
      tx.logregel.findFirstOrThrow({ where: { wat: 'thema gewijzigd' } }),
    );
    expect(log.inhoud).toEqual({
      thema: 4,
      van: { naam: 'Aansluiting onderwijs en arbeidsmarkt' },
      naar: { naam: 'Leren en werken' },
    });
  });

  test('goes to another pijler, and the overleggen that ask about it are named', async () => {
    const preview = await desk.say('thema 4 naar pijler werk naar werk');
    expect(preview).toContain('Pijler: Van onderwijs naar werk → Werk naar werk');
    await desk.press('Opslaan');
    expect(await talk.say(UWV, 'acties pijler werk naar werk')).toContain('17 acties');
    expect(await talk.say(UWV, 'actie 21')).toContain('Pijler: Werk naar werk');
  });

  test('is changed in a form', async () => {
    await desk.say('thema 4 hernoemen');
    expect(await desk.fill({ naam: 'Daling werkloosheid' })).toContain('«Daling werkloosheid» bestaat al.');
    expect(await desk.fill({ naam: 'Leren en werken' })).toContain('→ Leren en werken');
  });

  test('that somebody else renamed meanwhile is shown anew', async () => {
    await desk.say('thema 4 hernoemen Leren en werken');
    const save = desk.hold('Opslaan');
    await desk.say('thema 4 hernoemen School en werk');
    await desk.press('Opslaan');
    expect(await save()).toContain('Naam: School en werk → Leren en werken');
  });

  test.each([
    ['thema 44 hernoemen Iets', 'Thema 44 bestaat niet.'],
    ['thema 4 naar pijler 9', 'Ik ken geen pijler «9». Kies uit: 1. Uitkering naar werk'],
    ['thema 4 hernoemen Daling werkloosheid', 'bestaat al'],
    ['thema 4 hernoemen …', 'Vul een naam in.'],
  ])('«%s» is refused', async (words, why) => {
    expect(await desk.say(words)).toContain(why);
  });

  test('is changed by the secretaris only', async () => {
    for (const words of ['thema 4 hernoemen', 'thema 4 hernoemen X Y', 'thema 4 naar pijler 3'])
      expect(await talk.say(UWV, words)).toContain('Alleen de secretaris');
  });
});
