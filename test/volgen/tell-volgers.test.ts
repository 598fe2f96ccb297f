import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const BESTUURDER = 'bestuurder@uwv.example';
const KANAAL = '#doe-agenda';

describe.each(KINDS)('telling who follow, on %s', (kind) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  beforeEach(() => talk.reset());
  afterAll(() => talk.close());

  const inKanaal = (words: string) => talk.say(SECRETARIS, `in ${KANAAL} ${words}`);
  /** What was sent since the last time; the welcome to a kanaal is left out. */
  const told = async () => {
    await talk.run();
    return talk.sent.splice(0).filter(({ text }) => !text.includes('vanaf nu'));
  };
  const undo = async (email: string) => {
    const { id } = await talk.inRegio((tx) => tx.update.findFirstOrThrow({ orderBy: { id: 'desc' } }));
    const account = { id: email, address: { email }, email: async () => email };
    const say = { command: 'update.ongedaan', input: { nummer: 4, update: id } };
    return talk.ask({ id: crypto.randomUUID(), platform: 'console', tenant: 'console', account, say });
  };
  const correct = async (email: string, status: string, toelichting: string) => {
    const { id } = await talk.inRegio((tx) => tx.update.findFirstOrThrow({ orderBy: { id: 'desc' } }));
    const account = { id: email, address: { email }, email: async () => email };
    const fields = { status, toelichting, volgendeStap: '', verwachtOp: '', knelpunt: '', document: '' };
    const say = { command: 'update.opslaan', input: { nummer: 4, na: id, corrigeert: id, ...fields } };
    return talk.ask({ id: crypto.randomUUID(), platform: 'console', tenant: 'console', account, say });
  };

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

type Deed = { who: string; does: 'loopt' | 'vertraagd' | 'undo' | 'run' };

test('whatever happens: nobody hears of their own change, and each hears of each change that stands once', async () => {
  const talk = await talkOn('postgres');
  const people = [UWV, SECRETARIS, BESTUURDER];
  const deeds = fc.array(
    fc.record<Deed>({
      who: fc.constantFrom(...people),
      does: fc.constantFrom('loopt', 'vertraagd', 'undo', 'run'),
    }),
    { minLength: 1, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      await talk.reset();
      for (const who of [...people, TNO]) await talk.say(who, 'volg actie 4');
      await talk.say(TNO, `in ${KANAAL} volg actie 4`);
      let count = 0;
      for (const { who, does } of all) {
        count += 1;
        if (does === 'run') await talk.run();
        else if (does === 'undo') await undoLast(talk, who);
        else await talk.say(who, `actie 4 ${does} Melding ${count} van ${who}`);
      }
      await talk.run();
      const changes = await talk.inRegio((tx) =>
        tx.update.findMany({ include: { persoon: true, intrekking: true }, where: { soort: 'gewijzigd' } }),
      );
      const rows = await talk.inRegio((tx) =>
        tx.bericht.findMany({ where: { soort: 'volgbericht' }, include: { persoon: true } }),
      );
      const toldOf = (id: number, to: string) =>
        rows.filter(({ inhoud, persoon, status }) => {
          const { updates } = inhoud as { updates: number[] };
          return (persoon?.email ?? KANAAL) === to && updates.includes(id) && status === 'verzonden';
        }).length;
      for (const { id, persoon, intrekking } of changes) {
        for (const to of [...people, TNO, KANAAL]) {
          const expected = to === persoon.email ? 0 : 1;
          if (intrekking) expect(toldOf(id, to)).toBeLessThanOrEqual(expected);
          else expect([id, to, toldOf(id, to)]).toEqual([id, to, expected]);
        }
      }
      expect(rows.filter(({ status }) => status === 'wacht' || status === 'bezig')).toEqual([]);
    }),
    { numRuns: 8 },
  );
  await talk.close();
}, 240_000);

async function undoLast(talk: Talk, email: string) {
  const last = await talk.inRegio((tx) => tx.update.findFirst({ orderBy: { id: 'desc' } }));
  const account = { id: email, address: { email }, email: async () => email };
  const say = { command: 'update.ongedaan', input: { nummer: 4, update: last?.id ?? 0 } };
  await talk.ask({ id: crypto.randomUUID(), platform: 'console', tenant: 'console', account, say });
}
