import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryError, type Onbereikbaar, type Platform } from '../../src/chat/platform.ts';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

const JAN = 'jan@uwv.example';

describe.each(KINDS)('looking who can be reached, on %s', (kind) => {
  let talk: Talk;
  let asked: string[] = [];
  let known: Record<string, Onbereikbaar> = {};
  let missing: string[] = [];
  let broken: Error | undefined;
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  beforeEach(async () => {
    [asked, known, missing, broken] = [[], {}, [], undefined];
    await talk.reset();
  });
  afterAll(() => talk.close());

  const platform = (): Platform => ({
    ...talk.platform,
    find: async (tenant, email) => {
      asked.push(email);
      if (broken) throw broken;
      return missing.includes(email) ? undefined : talk.platform.find(tenant, email);
    },
    check: async (_, address) => {
      const { email } = address as { email: string };
      asked.push(email);
      return known[email];
    },
  });
  const runAt = async (local: string) => {
    talk.clock.moveTo(at(local));
    for (let beat = 0; beat < 5; beat += 1) await talk.runOn(platform());
  };
  const uwv = () => talk.inRegio((tx) => tx.persoon.findFirstOrThrow({ where: { email: UWV } }));

  // The secretaris hears of it on Wednesday 9 December, the day before the agendacommissie.
  test('begins five working days before the secretaris hears of it, and writes to nobody', async () => {
    await runAt('2026-12-01T12:00');
    expect(asked).not.toContain(UWV);
    const before = talk.sent.length;
    await runAt('2026-12-02T12:00');
    expect(asked.filter((email) => email === UWV)).toHaveLength(1);
    expect(talk.sent.slice(before).filter(({ to }) => to === UWV)).toEqual([]);
    expect(await uwv()).toMatchObject({ bereik: null, bereikOp: new Date('2026-12-02T11:00:00Z') });
  });

  test('is done of who may have to stand in too: the contact, the vervanger', async () => {
    await talk.say(SECRETARIS, `persoon toevoegen Jan ${JAN} UWV deelnemer`);
    await talk.say(SECRETARIS, 'persoon toevoegen Piet piet@uwv.example UWV deelnemer');
    missing = [JAN];
    await runAt('2026-12-02T12:00');
    expect(asked).not.toContain(JAN);
    await talk.say(SECRETARIS, 'contact UWV Jan');
    await runAt('2026-12-02T12:01');
    await talk.say(UWV, 'afwezig t/m 9 januari, vervanger Piet');
    await runAt('2026-12-02T12:02');
    expect(asked.filter((email) => email === JAN || email.startsWith('piet'))).toEqual([
      JAN,
      'piet@uwv.example',
    ]);
    const jan = await talk.inRegio((tx) => tx.persoon.findFirstOrThrow({ where: { email: JAN } }));
    expect(jan).toMatchObject({ bereik: 'niet_gevonden' });
  });

  test('is done without an uitvraag too', async () => {
    await talk.say(SECRETARIS, 'overleg aanloop agendacommissie uit');
    await talk.say(SECRETARIS, 'overleg aanloop uitvraag uit');
    // The herinnering is on Thursday the 24th, what the secretaris hears the day before it.
    await runAt('2026-12-15T12:00');
    expect(asked).not.toContain(UWV);
    await runAt('2026-12-16T12:00');
    expect(asked).toContain(UWV);
  });

  test('is done once a week', async () => {
    await runAt('2026-12-07T12:00');
    await runAt('2026-12-09T12:00');
    const times = () => asked.filter((email) => email === UWV).length;
    expect(times()).toBe(1);
    await runAt('2026-12-14T12:01');
    expect(times()).toBe(2);
  });

  test('keeps why somebody cannot be reached', async () => {
    missing = [UWV];
    await runAt('2026-12-07T12:00');
    expect(await uwv()).toMatchObject({ bereik: 'niet_gevonden' });
    missing = [];
    await runAt('2026-12-14T12:01');
    expect(await uwv()).toMatchObject({ bereik: null });
    known = { [UWV]: 'gast' };
    await runAt('2026-12-21T12:02');
    expect(await uwv()).toMatchObject({ bereik: 'gast' });
  });

  test('says nothing of whom the platform did not answer about, and asks again', async () => {
    broken = new Error('no answer');
    await runAt('2026-12-07T12:00');
    expect(await uwv()).toMatchObject({ bereik: null, bereikOp: null });
    broken = undefined;
    await runAt('2026-12-07T12:01');
    expect((await uwv()).bereikOp).not.toBeNull();
  });

  test('asks no faster than a platform takes it', async () => {
    talk.clock.moveTo(at('2026-12-07T12:00'));
    const slow = { ...platform(), tempo: { workspace: 1, gesprek: 1 } };
    await talk.runOn(slow);
    await talk.runOn(slow);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(4);
    talk.clock.moveTo(at('2026-12-07T12:01'));
    await talk.runOn(slow);
    expect(asked.length).toBeGreaterThan(4);
  });

  test('asks nothing for as long as the platform asks to wait', async () => {
    const slow = { ...platform(), tempo: { workspace: 1, gesprek: 1 } };
    const times = async (local: string) => {
      talk.clock.moveTo(at(local));
      await talk.runOn(slow);
      return asked.length;
    };
    broken = new DeliveryError('slow down', { retryAfter: 600 });
    expect(await times('2026-12-07T12:00')).toBe(1);
    broken = undefined;
    expect(await times('2026-12-07T12:09')).toBe(1);
    expect(await times('2026-12-07T12:11')).toBeGreaterThan(1);
  });
});
