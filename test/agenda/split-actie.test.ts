import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe('an actie that is split', () => {
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

  test('becomes two that mention each other; what was reported stays where it was', async () => {
    await talk.say(UWV, 'actie 11 loopt De eerste profielen zijn klaar');
    await desk.say('actie 11 splitsen');
    const preview = await desk.fill({ titel: 'Profielen van werkzoekenden', nieuw: 'Profielen van banen' });
    expect(preview).toContain(
      'Titel van #11: Kandidaten in beeld via heldere profielen → Profielen van werkzoekenden',
    );
    expect(preview).toContain('Nieuw: titel: Profielen van banen');
    expect(preview).toContain('Nieuw: trekkers: UWV, gemeenten');
    expect(await desk.press('Splitsen')).toContain('#47 is een deel van wat #11 was.');
    const [old, fresh] = [await desk.say('actie 11'), await desk.say('actie 47')];
    expect(old).toContain('Hiervan afgesplitst: #47');
    expect(old).toContain('De eerste profielen zijn klaar');
    expect(fresh).toContain('Afgesplitst van: #11');
    expect(fresh).toContain('Nog geen update.');
    expect(fresh).toContain('Trekkers: UWV, gemeenten');
    const of = (nummer: number) =>
      talk.inRegio((tx) =>
        tx.trekker.findMany({
          where: { actie: { nummer } },
          select: { aanduiding: true, organisatieId: true },
          orderBy: { organisatieId: 'asc' },
        }),
      );
    expect(await of(47)).toEqual(await of(11));
  });

  test('may leave the old titel and give the new one other trekkers and another thema', async () => {
    await desk.say('actie 11 splitsen');
    const preview = await desk.fill({ nieuw: 'Banen in beeld', thema: '7', trekkers: 'kvk' });
    expect(preview).not.toContain('Titel van #11');
    expect(preview).toContain('Nieuw: thema: 7. ');
    expect(preview).toContain('Nieuw: trekkers: Kamer van Koophandel');
  });

  test('needs a titel for the new one', async () => {
    await desk.say('actie 11 splitsen');
    const again = await desk.fill({ nieuw: ' ', trekkers: 'kvkk' });
    expect(again).toContain('Nieuwe actie:  (Vul een titel in.)');
    expect(again).toContain('Ik ken «kvkk» niet.');
  });

  test('is open, and split by the secretaris', async () => {
    expect(await talk.say(UWV, 'actie 11 splitsen')).toContain('Alleen de secretaris');
    await talk.say(UWV, 'actie 11 afgerond Klaar');
    expect(await desk.say('actie 11 splitsen')).toContain('Actie #11 is afgerond');
  });
});
