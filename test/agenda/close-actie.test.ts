import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe('an actie that is closed', () => {
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

  test('is shown first, ends by an update as any other, and can be undone', async () => {
    await desk.say('actie 4 afsluiten');
    const preview = await desk.fill({ status: 'gestopt', toelichting: 'Er is geen geld meer' });
    expect(preview).toContain('Status: 📝 Nader uit te werken → ⛔ Gestopt');
    expect(preview).toContain('De 4 geplande herinneringen aan de trekkers gaan er niet meer over.');
    expect(await talk.inRegio((tx) => tx.update.count())).toBe(0);
    expect(await desk.press('Afsluiten')).toContain('Geregistreerd bij #4');
    expect(await desk.say('actie 4 historie')).toContain('Er is geen geld meer');
    expect(await desk.say('actie 4')).toContain('⛔ Gestopt');
  });

  test('needs a reason to be stopped', async () => {
    await desk.say('actie 4 afsluiten');
    const again = await desk.fill({ status: 'gestopt' });
    expect(again).toContain('Status: gestopt');
    expect(again).toContain('Schrijf er in één zin bij waarom');
  });

  test('is not closed over a report that nobody has seen', async () => {
    await desk.say('sluit actie 4');
    await desk.fill({ status: 'afgerond' });
    const press = desk.hold('Afsluiten');
    await talk.say(UWV, 'actie 4 vertraagd Wachten op het besluit');
    const again = await press();
    expect(again).toContain('intussen is hier iets veranderd');
    expect(again).toContain('Status: 🟠 Vertraagd → ✅ Afgerond');
  });

  test('is closed once, by the secretaris', async () => {
    expect(await talk.say(UWV, 'actie 4 afsluiten')).toContain('Alleen de secretaris');
    await talk.say(UWV, 'actie 4 afgerond Klaar');
    expect(await desk.say('actie 4 afsluiten')).toContain('Actie #4 is al afgerond');
  });
});
