import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { KANAAL, TNO, volgersOn } from './volgers.ts';

describe.each(KINDS)('telling who follow, on %s', (kind) => {
  const { talk, inKanaal, told, undo } = volgersOn(kind);

  test('a persoon hears what changed and who says so, once, by however many ways they follow', async () => {
    for (const words of ['volg actie 4', 'volg uwv', 'volg alles']) await talk.say(TNO, words);
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    const [only, ...more] = await told();
    expect(more).toEqual([]);
    expect(only).toMatchObject({ to: TNO, edited: false });
    expect(only?.text).toContain('#4 Intensieve samenwerking');
    expect(only?.text).toContain('Status: 📝 Nader uit te werken → 🟢 Loopt');
    expect(only?.text).toContain('Toelichting: Eerste gesprekken gevoerd');
    expect(only?.text).toContain('Gemeld door Trekker UWV (UWV), 23 november 2026, 09:00 uur');
    expect(await told()).toEqual([]);
  });

  test('who follows by thema, pijler or organisatie hears of its acties and of no other', async () => {
    await talk.say(TNO, 'volg uwv');
    await talk.say(SECRETARIS, 'actie 1 loopt Iets van een ander');
    expect(await told()).toEqual([]);
    await talk.say(SECRETARIS, 'actie 4 loopt Iets van UWV');
    expect(await told()).toHaveLength(1);
  });

  test('nobody is told of their own change, nor of the one that was registered in their name', async () => {
    for (const who of [UWV, SECRETARIS, TNO]) await talk.say(who, 'volg actie 4');
    await talk.say(UWV, 'actie 4 loopt Zelf gemeld');
    expect((await told()).map(({ to }) => to).sort()).toEqual([SECRETARIS, TNO].sort());
    await talk.say(SECRETARIS, 'namens trekker uwv actie 4 vertraagd Wachten op de minister');
    expect((await told()).map(({ to }) => to)).toEqual([TNO]);
  });

  test('ongewijzigd is no change', async () => {
    await talk.say(TNO, 'volg actie 4');
    await inKanaal('volg actie 4');
    await talk.say(UWV, 'actie 4 ongewijzigd');
    await undo(UWV);
    expect(await told()).toEqual([]);
  });

  test('what was withdrawn before it was said is not said', async () => {
    await talk.say(TNO, 'volg actie 4');
    await inKanaal('volg actie 4');
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await undo(UWV);
    expect(await told()).toEqual([]);
    await talk.say(UWV, 'actie 4 vertraagd Nu echt');
    const sent = await told();
    expect(sent.map(({ to }) => to).sort()).toEqual([KANAAL, KANAAL, TNO]);
    for (const { text } of sent) expect(text).not.toContain('Eerste gesprekken');
  });

  test('who stopped before it was said hears nothing', async () => {
    await talk.say(TNO, 'volg actie 4');
    await inKanaal('volg actie 4');
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await talk.say(TNO, 'stop volgen 4');
    await inKanaal('stop volgen 4');
    expect(await told()).toEqual([]);
  });

  test('outside working hours a persoon hears later, all in one message; a channel at once', async () => {
    talk.clock.moveTo(at('2026-11-27T19:30')); // a Friday
    await talk.say(TNO, 'volg alles');
    await inKanaal('volg alles');
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await talk.run();
    await talk.say(UWV, 'actie 4 vertraagd Wachten op de minister');
    await talk.say(SECRETARIS, 'actie 1 loopt Begonnen');
    expect((await told()).every(({ to }) => to === KANAAL)).toBe(true);
    await talk.passTo(at('2026-11-30T06:59'));
    expect(await told()).toEqual([]);
    await talk.passTo(at('2026-11-30T07:00'));
    const [only, ...more] = await told();
    expect(more).toEqual([]);
    expect(only).toMatchObject({ to: TNO, at: '30 november 2026, 07:00' });
    expect(only?.text).toContain('2 acties die je volgt zijn gewijzigd');
    expect(only?.text).toContain('📝 Nader uit te werken → 🟠 Vertraagd · Wachten op de minister');
    expect(only?.text).toContain('#1 ');
  });
});
