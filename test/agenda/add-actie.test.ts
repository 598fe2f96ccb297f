import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

const NEW = { titel: 'Banenmarkt voor drones', thema: '4', trekkers: 'uwv', bereik: 'IJMOND' };

describe.each(KINDS)('a new actie, on %s', (kind) => {
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

  test('is shown first, then added with the next number and its origin', async () => {
    await desk.say('actie toevoegen');
    const preview = await desk.fill(NEW);
    expect(preview).toContain('Thema: 4. Aansluiting onderwijs en arbeidsmarkt');
    expect(preview).toContain('Doelgroep: nader te bepalen');
    expect(preview).toContain('het volgende vrije nummer (nu #47)');
    expect(await talk.inRegio((tx) => tx.actie.count())).toBe(46);
    expect(await desk.press('Toevoegen')).toContain(
      'Toegevoegd aan de doe-agenda: #47 Banenmarkt voor drones',
    );
    const card = await desk.say('actie 47');
    expect(card).toContain('📝 Nader uit te werken');
    expect(card).toContain('(toegevoegd door Ambtelijk secretaris op 23 november 2026)');
  });

  test('is at once in search, lists, counts and for its trekker', async () => {
    await desk.say('nieuwe actie');
    await desk.fill(NEW);
    await desk.press('Toevoegen');
    expect(await talk.say(UWV, 'hoe staat het met de drones?')).toMatch(/^#47 Banenmarkt/);
    expect(await talk.say(UWV, 'acties')).toContain('47 acties');
    expect(await talk.say(UWV, 'acties mijn')).toContain('7 acties');
    expect(await talk.say(UWV, 'sinds begin')).toContain('Nieuw in de doe-agenda: 1 actie\n#47');
    expect(await talk.say(UWV, 'actie 47 loopt De eerste drones vliegen')).toContain('Geregistreerd bij #47');
  });

  test('added by two at once has a number of its own', async () => {
    const desks = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const one = deskOf(talk, SECRETARIS);
        await one.say('actie toevoegen');
        await one.fill({ ...NEW, titel: `Nieuwe actie ${index}` });
        return one.hold('Toevoegen');
      }),
    );
    const answers = await Promise.all(desks.map((add) => add()));
    const numbers = answers.map((text) => Number(/#(\d+) Nieuwe actie/.exec(text)?.[1]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([47, 48, 49, 50, 51, 52]);
  });

  test('cannot be deleted, so that its number is never given again', async () => {
    const gone = talk.inRegio((tx) => tx.actie.deleteMany({ where: { nummer: 46 } }));
    await expect(gone).rejects.toThrow(/permission denied/);
  });

  test('pressed twice is added once', async () => {
    await desk.say('actie toevoegen');
    await desk.fill(NEW);
    const add = desk.hold('Toevoegen');
    await Promise.all([add(), add()]);
    expect(await add()).toContain('Al verwerkt');
    expect(await talk.inRegio((tx) => tx.actie.count())).toBe(47);
  });

  test('without a titel or thema comes back, with what was typed', async () => {
    await desk.say('actie toevoegen');
    const again = await desk.fill({ doelgroep: 'Jongeren uit Velsen', trekkers: 'gemeentn' });
    expect(again).toContain('Vul een titel in.');
    expect(again).toContain('Kies een thema uit de lijst.');
    expect(again).toContain('Ik ken «gemeentn» niet. Bedoel je gemeenten');
    expect(again).toContain('Doelgroep: Jongeren uit Velsen');
  });
});
