import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe.each(KINDS)('a new thema, on %s', (kind) => {
  let talk: Talk;
  let desk: Desk;
  let pijler: string;
  beforeAll(async () => {
    talk = await talkOn(kind);
    pijler = String((await talk.inRegio((tx) => tx.pijler.findFirstOrThrow({ where: { nummer: 3 } }))).id);
  });
  beforeEach(async () => {
    await talk.reset();
    desk = deskOf(talk, SECRETARIS);
  });
  afterAll(() => talk.close());

  const add = async (naam: string) => {
    await desk.say('thema toevoegen');
    await desk.fill({ naam, pijler });
    return desk.press('Toevoegen');
  };

  test('is shown first, and has the next number; acties can have it, and are found by it', async () => {
    await desk.say('thema toevoegen');
    const preview = await desk.fill({ naam: '«Groene banen»', pijler });
    expect(preview).toContain('Naam: Groene banen\nPijler: Werk naar werk');
    expect(preview).toContain('(nu 9)');
    expect(await desk.press('Toevoegen')).toContain('Toegevoegd: thema 9. Groene banen');
    await desk.say('actie 12 thema 9');
    await desk.press('Opslaan');
    expect(await talk.say(UWV, 'acties thema 9')).toContain('1 actie · thema 9 (Groene banen)');
    expect(await talk.say(UWV, 'acties thema groene banen')).toContain('1 actie · thema 9 (Groene banen)');
  });

  test('never has a number that another thema had', async () => {
    await add('Groene banen');
    await desk.say('thema 9 verwijderen');
    await desk.press('Verwijderen');
    expect(await add('Blauwe banen')).toContain('Toegevoegd: thema 10. Blauwe banen');
  });

  test('added by two at once has a number of its own, and one name is one thema', async () => {
    const names = ['Groene banen', 'Blauwe banen', 'Groene banen'];
    const presses = await Promise.all(
      names.map(async (naam) => {
        const one = deskOf(talk, SECRETARIS);
        await one.say('thema toevoegen');
        await one.fill({ naam, pijler });
        return one.hold('Toevoegen');
      }),
    );
    const texts = await Promise.all(presses.map((press) => press()));
    expect(texts.filter((text) => text.includes('«Groene banen» bestaat al.'))).toHaveLength(1);
    const fresh = await talk.inRegio((tx) => tx.thema.findMany({ where: { nummer: { gt: 8 } } }));
    expect(fresh.map(({ nummer }) => nummer).sort()).toEqual([10, 9]);
  });

  test('with a name that exists, or without a pijler, comes back', async () => {
    await desk.say('thema toevoegen');
    const again = await desk.fill({ naam: 'daling  werkloosheid' });
    expect(again).toContain(
      'Naam: daling werkloosheid («Daling werkloosheid» bestaat al. Kies een andere naam.)',
    );
    expect(again).toContain('Kies een pijler uit de lijst.');
    expect(await talk.say(UWV, 'thema toevoegen')).toContain('Alleen de secretaris');
  });
});
