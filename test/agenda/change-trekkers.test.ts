import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe.each(KINDS)('the trekkers of an actie, on %s', (kind) => {
  let talk: Talk;
  let desk: Desk;
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  beforeEach(async () => {
    await talk.reset();
    desk = deskOf(talk, SECRETARIS);
  });
  afterAll(() => talk.close());

  const trekkers = (nummer: number) =>
    talk.inRegio((tx) =>
      tx.trekker.findMany({
        where: { actie: { nummer } },
        select: { id: true, aanduiding: true, organisatieId: true },
        orderBy: { id: 'asc' },
      }),
    );
  const reminded = (code: string) =>
    talk.inRegio((tx) =>
      tx.herinnering.count({
        where: {
          ...{ status: 'gepland', soort: { not: 'escalatie' } },
          persoon: { rol: 'trekker', organisatie: { code } },
        },
      }),
    );

  test('change in one line; who carried it and still does is left as it was', async () => {
    const before = await trekkers(11);
    const preview = await desk.say('actie 11 trekkers gemeenten, RMC');
    expect(preview).toContain('Trekkers: UWV, gemeenten → gemeenten, RMC-netwerk');
    await desk.press('Opslaan');
    const after = await trekkers(11);
    expect(after.map(({ aanduiding }) => aanduiding)).toEqual([...Array(7).fill('gemeenten'), 'RMC-netwerk']);
    const kept = before.filter(({ aanduiding }) => aanduiding === 'gemeenten');
    expect(after.slice(0, 7)).toEqual(kept);
  });

  test('say what becomes of herinneringen, and who is new is reminded', async () => {
    const tno = await reminded('tno');
    expect(tno).toBe(4);
    expect(await reminded('kvk')).toBe(0);
    const preview = await desk.say('actie 20 trekkers kvk, Techport');
    expect(preview).toContain(
      'TNO kan niet meer op deze actie melden. Er staan nog 4 herinneringen gepland; die gaan niet meer over deze actie.',
    );
    expect(preview).toContain('Kamer van Koophandel krijgt voortaan herinneringen over deze actie');
    await desk.press('Opslaan');
    expect(await reminded('kvk')).toBe(4);
    await desk.say('actie 10 trekkers Techport');
    await desk.press('Opslaan');
    expect(await reminded('tno')).toBe(0);
  });

  test('of another organisatie may report at once, the old one not any more', async () => {
    await desk.say('actie 4 trekkers rmc');
    await desk.press('Opslaan');
    expect(await talk.say('trekker@rmc.example', 'actie 4 loopt Wij doen dit nu')).toContain('Geregistreerd');
    expect(await talk.say(UWV, 'actie 4 loopt Nog steeds')).toContain('Alleen de trekkers');
    expect(await talk.say(UWV, 'acties rmc')).toContain('#4 ');
  });

  test('that are not known come back in a form with a suggestion', async () => {
    const form = await desk.say('actie 12 trekkers uwv, Heliomaar');
    expect(form).toContain('Trekkers van #12');
    expect(form).toContain('Trekkers: uwv, Heliomaar (Ik ken «Heliomaar» niet. Bedoel je Heliomare?)');
    expect(await desk.fill({ trekkers: 'uwv, Heliomare' })).toContain('→ UWV, Heliomare');
  });

  test('are still asked about with the same word, and reported on', async () => {
    for (const words of ['actie 12 trekkers', 'actie 12 trekkers graag', 'actie 12 trekkers?'])
      expect(await desk.say(words)).toMatch(/^#12 /);
    expect(await talk.say(UWV, 'actie 4 trekkers zijn bij elkaar geweest')).toContain('Geregistreerd bij #4');
  });
});
