import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { KINDS } from '../database.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { KANAAL, TNO, volgersOn } from './volgers.ts';

describe.each(KINDS)('telling a kanaal that follows, on %s', (kind) => {
  const { talk, inKanaal, told, undo, correct } = volgersOn(kind);

  test('a channel has one thread per actie, that begins with how the actie stands now', async () => {
    await inKanaal('volg alles');
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    const [root, first] = await told();
    expect(root).toMatchObject({ to: KANAAL, edited: false });
    expect(root?.under).toBeUndefined();
    expect(root?.text).toContain('Status: 🟢 Loopt');
    expect(root?.text).toContain('Laatste update: Eerste gesprekken gevoerd (Trekker UWV');
    expect(first).toMatchObject({ to: KANAAL, under: root?.id, edited: false });
    expect(first?.text).toContain('📝 Nader uit te werken → 🟢 Loopt');

    await talk.say(UWV, 'actie 4 vertraagd Wachten op de minister');
    const [again, second, ...more] = await told();
    expect(more).toEqual([]);
    expect(again).toMatchObject({ id: root?.id, edited: true });
    expect(again?.text).toContain('Status: 🟠 Vertraagd');
    expect(second).toMatchObject({ under: root?.id, edited: false });
    expect(second?.text).toContain('🟢 Loopt → 🟠 Vertraagd');

    await talk.say(SECRETARIS, 'actie 1 loopt Een andere actie');
    const [other] = await told();
    expect(other?.id).not.toBe(root?.id);
    expect(other?.under).toBeUndefined();
  });

  test('a correction and an undo edit what was said, and send nothing new', async () => {
    await talk.say(TNO, 'volg actie 4');
    await inKanaal('volg actie 4');
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    const before = await told();
    expect(before).toHaveLength(3);
    await correct(UWV, 'vertraagd', 'Toch vertraging');
    const corrected = await told();
    expect(corrected.map(({ id, edited }) => [id, edited]).sort()).toEqual(
      before.map(({ id }) => [id, true]).sort(),
    );
    for (const { text, under, to } of corrected.filter((one) => one.under || one.to === TNO)) {
      expect([to, under, text].join('\n')).toContain('✎ Gecorrigeerd');
      expect(text).toContain('📝 Nader uit te werken → 🟠 Vertraagd');
    }
    await undo(UWV);
    expect((await told()).filter(({ under }) => under)[0]?.text).toContain(
      '📝 Nader uit te werken → 🟢 Loopt',
    );
  });

  test('what was withdrawn after it was said says so', async () => {
    await talk.say(TNO, 'volg actie 4');
    await inKanaal('volg actie 4');
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await told();
    await undo(UWV);
    const edited = await told();
    expect(edited).toHaveLength(3);
    expect(edited.every((one) => one.edited)).toBe(true);
    expect(
      edited.filter(({ text }) => text.includes('↩ Ingetrokken. De status is weer 📝 Nader')),
    ).toHaveLength(2);
    expect(edited.find(({ to, under }) => to === KANAAL && !under)?.text).toContain('Nog geen update.');
  });

  test('a change that comes while one is on its way is not lost', async () => {
    await inKanaal('volg actie 4');
    await told();
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    let undone: Promise<unknown> | undefined;
    const { send } = talk.platform;
    talk.platform.send = async (letter) => {
      undone ??= undo(UWV);
      await undone;
      return send(letter);
    };
    await talk.run();
    talk.platform.send = send;
    await talk.run();
    const root = talk.sent.filter(({ under }) => !under);
    expect(root.at(-1)?.text).toContain('📝 Nader uit te werken');
    expect(root.at(-1)?.edited).toBe(true);
    expect(talk.sent.filter(({ under, text }) => under && text.includes('🟢 Loopt'))).toEqual([]);
  });

  test('a channel that asks to wait is left alone as long, and then told in the same order', async () => {
    await inKanaal('volg uwv');
    await told();
    const tries: string[] = [];
    talk.platform.fails = ({ id }) => {
      tries.push(id);
      if (tries.length === 1) throw new DeliveryError('slow down', { retryAfter: 120 });
    };
    for (const nummer of [3, 4]) await talk.say(UWV, `actie ${nummer} loopt Begonnen met ${nummer}`);
    expect(await told()).toEqual([]);
    expect(tries).toHaveLength(1);
    await talk.passTo(talk.clock.now().add({ minutes: 3 }));
    const sent = await told();
    expect(sent.map(({ under }) => under !== undefined)).toEqual([false, true, false, true]);
    expect([sent[1]?.under, sent[3]?.under]).toEqual([sent[0]?.id, sent[2]?.id]);
  });

  test('somebody who took away the first message of a thread gets a new thread at the next change', async () => {
    await inKanaal('volg actie 4');
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await told();
    let once = true;
    talk.platform.fails = ({ edits }) => {
      if (edits === undefined || !once) return;
      once = false;
      throw new DeliveryError('gone', { final: true, gone: 'message' });
    };
    await talk.say(UWV, 'actie 4 vertraagd Wachten op de minister');
    await talk.passTo(talk.clock.now().add({ minutes: 1 }));
    const sent = await told();
    expect(sent.map(({ edited, under }) => [edited, under !== undefined])).toEqual([
      [false, false],
      [false, true],
    ]);
  });
});
