import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe.each(KINDS)('two acties that are merged, on %s', (kind) => {
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

  const merge = async () => {
    await desk.say('acties samenvoegen 4 en 11');
    await desk.fill({});
    return desk.press('Samenvoegen');
  };

  test('are shown beside each other: the first stays, with the trekkers of both', async () => {
    const form = await desk.say('acties samenvoegen 4 en 11');
    expect(form).toContain('#11 Kandidaten in beeld via heldere profielen\ngaat op in\n#4 Intensieve');
    expect(form).toContain('Trekkers: UWV, gemeenten');
    const preview = await desk.fill({ financiering: 'nader te bepalen' });
    expect(preview).toContain('#11 gaat op in #4');
    expect(preview).toContain('Trekkers: UWV → UWV, gemeenten');
    expect(preview).toContain('Financiering: Via landelijk steunpakket → nader te bepalen');
    expect(preview).toContain('telt niet meer mee');
    expect(await desk.press('Samenvoegen')).toContain('#11 is samengevoegd met #4 Intensieve');
  });

  test.each(['acties samenvoegen 11 in 4', 'voeg acties 4 en 11 samen', 'actie 4 samenvoegen met 11'])(
    'are named in «%s» too',
    async (words) => {
      await desk.say(words);
      expect(await desk.fill({})).toContain('#11 gaat op in #4');
    },
  );

  test('lose nothing: what was reported stays to be read, and the other number leads on', async () => {
    await talk.say(UWV, 'actie 11 loopt De eerste profielen zijn klaar');
    await talk.say('trekker@tno.example', 'vraag update actie 11');
    await merge();
    const card = await desk.say('actie 11');
    expect(card).toContain('➡ Samengevoegd met #4');
    expect(card).toContain('[Bekijk #4]');
    expect(card).not.toContain('[Bijwerken]');
    expect(await desk.say('actie 11 historie')).toContain('De eerste profielen zijn klaar');
    expect(await desk.say('actie 4')).toContain('Samengevoegd met: #11');
    expect(await desk.say('actie 4 historie')).toContain('acties samengevoegd (#11)');
    const kept = await talk.inRegio(async (tx) => [await tx.update.count(), await tx.verzoek.count()]);
    expect(kept).toEqual([2, 1]);
  });

  test('count as one, everywhere', async () => {
    await merge();
    expect(await talk.say(UWV, 'acties')).toContain('45 acties');
    expect(await talk.say(UWV, 'acties gestopt')).toContain('0 acties');
    expect(await talk.say(UWV, 'stand')).toContain('Stand van de doe-agenda: 45 acties');
    const since = await talk.say(UWV, 'sinds begin');
    expect(since).toContain(
      'Samengevoegd met een andere actie: 1 actie\n#11 Kandidaten in beeld via heldere profielen → #4',
    );
    expect(since).not.toContain('Gestopt');
    expect(await talk.say(UWV, 'acties 4 en 11')).toContain('2 acties');
  });

  test('were two before: an earlier stand counts both', async () => {
    const { readTelling } = await import('../../src/actie/stored-stand.ts');
    const { aantalVan } = await import('../../src/actie/stand.ts');
    const before = talk.clock.now();
    talk.clock.moveTo(before.add({ hours: 24 }));
    await merge();
    const count = async (at: Temporal.Instant) =>
      (await talk.inRegio((tx) => readTelling(tx, at))).reduce((sum, one) => sum + aantalVan(one), 0);
    expect([await count(before), await count(talk.clock.now())]).toEqual([46, 45]);
  });

  test.each([
    'actie 11 loopt Toch nog verder',
    'actie 11 ongewijzigd',
    'actie 11 bijwerken',
    'actie 11 bewerken',
    'actie 11 trekkers uwv',
    'actie 11 thema 4',
    'actie 11 splitsen',
    'actie 11 afsluiten',
    'vraag update actie 11',
    'acties samenvoegen 11 en 12',
    'acties samenvoegen 12 en 11',
  ])('leave nothing to change in the other: «%s»', async (words) => {
    await merge();
    expect(await desk.say(words)).toContain('Actie #11 is samengevoegd met #4 en verandert niet meer.');
  });

  test('are merged once; a second press says how it is', async () => {
    await desk.say('acties samenvoegen 4 en 11');
    await desk.fill({});
    const press = desk.hold('Samenvoegen');
    await Promise.all([press(), press()]);
    expect(await press()).toContain('Al verwerkt');
    expect(await talk.inRegio((tx) => tx.update.count())).toBe(1);
  });

  test('are not merged over a report that nobody has seen', async () => {
    await desk.say('acties samenvoegen 4 en 11');
    await desk.fill({});
    const press = desk.hold('Samenvoegen');
    await talk.say(UWV, 'actie 11 loopt De eerste profielen zijn klaar');
    expect(await press()).toContain('intussen is hier iets veranderd');
    expect(await desk.say('actie 11')).toContain('🟢 Loopt');
  });

  test('crosswise at once end as one merger: nothing goes up in what is gone', async () => {
    const other = deskOf(talk, SECRETARIS);
    await desk.say('acties samenvoegen 4 en 11');
    await desk.fill({});
    await other.say('acties samenvoegen 11 en 4');
    await other.fill({});
    const texts = await Promise.all([desk.press('Samenvoegen'), other.press('Samenvoegen')]);
    expect(texts.filter((text) => /is samengevoegd met #\d+ [A-Z]/.test(text))).toHaveLength(1);
    const merged = await talk.inRegio((tx) => tx.actie.findMany({ where: { opgegaanIn: { not: null } } }));
    expect(merged).toHaveLength(1);
  });

  test('are two, exist, and are both open', async () => {
    expect(await desk.say('acties samenvoegen 4 en 4')).toContain('Noem twee verschillende acties');
    expect(await desk.say('acties samenvoegen 4 en 400')).toContain('Actie #400 bestaat niet');
    await talk.say(UWV, 'actie 11 afgerond Klaar');
    expect(await desk.say('acties samenvoegen 4 en 11')).toContain('Actie #11 is afgerond');
    expect(await talk.say(UWV, 'acties samenvoegen 4 en 11')).toContain('Alleen de secretaris');
  });
});
