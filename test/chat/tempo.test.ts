// A little over 200 lines: the pace of messages and that of questions stand together, on the same platform.
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeLookup } from '../../src/chat/lookup.ts';
import { type Composer, deliverDue, type OutboxParts } from '../../src/chat/outbox.ts';
import { DeliveryError, type Platform } from '../../src/chat/platform.ts';
import { post } from '../../src/chat/post.ts';
import { KINDS } from '../database.ts';
import { type Talk, talkOn } from '../talk.ts';

describe.each(KINDS)('the pace of a platform, on %s', (kind) => {
  let talk: Talk;
  let people: number[];
  let sent: { at: number; to: string }[] = [];
  let asked: number[] = [];
  let fails: (() => Error | undefined) | undefined;
  let refuses: (() => Error | undefined) | undefined;

  beforeAll(async () => {
    talk = await talkOn(kind);
    people = (await talk.inRegio((tx) => tx.persoon.findMany({ take: 8 }))).map(({ id }) => id);
  });
  beforeEach(async () => {
    [sent, asked, fails, refuses] = [[], [], undefined, undefined];
    await talk.reset();
    await talk.inRegio((tx) => tx.installation.create({ data: { platform: 'slack', tenant: 'T1' } }));
    await know(people);
  });
  afterAll(() => talk.close());

  const slack: Platform = {
    name: 'slack',
    tenants: ['T1'],
    tempo: { workspace: 200, gesprek: 1_000 },
    send: async ({ address }) => {
      const failure = fails?.();
      if (failure) throw failure;
      sent.push({ at: talk.clock.now().epochMilliseconds, to: JSON.stringify(address) });
      return {};
    },
    find: async (_, email) => {
      asked.push(talk.clock.now().epochMilliseconds);
      const failure = refuses?.();
      if (failure) throw failure;
      return { accountId: email, address: { email } };
    },
  };
  /** They have said hello there: nobody has to look them up. */
  const know = (ids: number[]) =>
    talk.inRegio((tx) =>
      tx.account.createMany({
        data: ids.map((persoonId) => ({
          ...{ persoonId, platform: 'slack' as const, tenant: 'T1', accountId: String(persoonId) },
          ...{ address: { user: persoonId }, seenAt: new Date(talk.clock.now().epochMilliseconds) },
        })),
      }),
    );
  const forget = (ids: number[]) =>
    talk.inRegio((tx) => tx.account.deleteMany({ where: { persoonId: { in: ids } } }));
  const hello: Composer = async () => ({ elements: [{ kind: 'text', text: 'Hallo' }] });
  const deliver = (more: Partial<OutboxParts> = {}) =>
    deliverDue(talk.regioId, {
      db: talk.db,
      platforms: [slack, talk.platform],
      composers: { hello },
      now: talk.clock.now,
      log: pino({ level: 'silent' }),
      ...more,
    });
  const say = (ids: number[]) =>
    talk.inRegio((tx) =>
      post(
        tx,
        ids.map((persoonId) => ({ persoonId, soort: 'hello', inhoud: {} })),
        talk.clock.now(),
      ),
    );
  const next = async () => {
    const row = await talk.inRegio((tx) =>
      tx.bericht.findFirst({ where: { status: 'wacht' }, orderBy: { volgendeOp: 'asc' } }),
    );
    return row?.volgendeOp.toTemporalInstant();
  };
  /** Until all is sent, from moment to moment, with several processes at each. */
  const passAll = async (processes: number) => {
    for (;;) {
      await Promise.all(Array.from({ length: processes }, () => deliver()));
      const at = await next();
      if (!at) return;
      if (Temporal.Instant.compare(at, talk.clock.now()) > 0) talk.clock.moveTo(at);
    }
  };
  const rows = () => talk.inRegio((tx) => tx.bericht.findMany({ orderBy: { id: 'asc' } }));

  test.each([1, 3])('is kept and used by %i processes together', async (processes) => {
    const begun = talk.clock.now().epochMilliseconds;
    await say(people);
    await passAll(processes);
    const at = sent.map((one) => one.at - begun).sort((a, b) => a - b);
    expect(at).toEqual(people.map((_, index) => index * 200));
    expect(new Set(sent.map(({ to }) => to)).size).toBe(people.length);
    expect((await rows()).every(({ status, pogingen }) => status === 'verzonden' && pogingen === 1)).toBe(
      true,
    );
    // Having to wait is no attempt.
    expect(await talk.inRegio((tx) => tx.bezorging.count())).toBe(people.length);
  });

  test('is kept in each conversation too', async () => {
    const begun = talk.clock.now().epochMilliseconds;
    const [one = 0, other = 0] = people;
    await say([one, one, one, other]);
    await passAll(1);
    const mail = [...Map.groupBy(sent, ({ to }) => to)].find(([, all]) => all.length === 3)?.[0];
    const toOne = sent.filter(({ to }) => to === mail).map(({ at }) => at - begun);
    expect(toOne[1]).toBeGreaterThanOrEqual(1_000);
    expect(toOne[2]).toBeGreaterThanOrEqual((toOne[1] ?? 0) + 1_000);
    expect(sent.find(({ to }) => to !== mail)?.at).toBeLessThan(begun + 1_000);
  });

  test('is not waited for by a process that stops', async () => {
    await say(people.slice(0, 3));
    const ending = new AbortController();
    const waiting = Promise.withResolvers<void>();
    const pause = async () => {
      ending.abort();
      await waiting.promise;
    };
    ending.signal.addEventListener('abort', () => waiting.resolve());
    await deliver({ stopped: ending.signal, pause });
    expect(sent.length).toBeLessThan(3);
    const left = (await rows()).filter(({ status }) => status === 'wacht');
    expect(left).toHaveLength(3 - sent.length);
    expect(left.every(({ pogingen }) => pogingen === 0)).toBe(true);
    expect(await talk.inRegio((tx) => tx.bezorging.count())).toBe(sent.length);
  });

  test('holds for everybody when the platform asks to wait', async () => {
    const begun = talk.clock.now().epochMilliseconds;
    let first = true;
    fails = () => {
      if (!first) return undefined;
      first = false;
      return new DeliveryError('slow down', { retryAfter: 30 });
    };
    await say(people);
    await passAll(1);
    expect(sent).toHaveLength(people.length);
    expect(Math.min(...sent.map(({ at }) => at))).toBeGreaterThanOrEqual(begun + 30_000);
  });

  test.each([1, 3])('is kept by questions too, which %i processes ask together', async (processes) => {
    const begun = talk.clock.now().epochMilliseconds;
    const [strangers, known] = [people.slice(0, 6), people.slice(6)];
    await forget(strangers);
    await say(people);
    await passAll(processes);
    expect(asked.map((at) => at - begun)).toEqual(strangers.map((_, index) => index * 1_300));
    const first = sent.filter(({ at }) => at < begun + 1_300).map(({ to }) => to);
    for (const user of known) expect(first).toContain(JSON.stringify({ user }));
    expect((await rows()).every(({ platform, pogingen }) => platform === 'slack' && pogingen === 1)).toBe(
      true,
    );
  });

  test('holds for questions, which are no attempt, when the platform asks to wait', async () => {
    const mail: Platform = {
      name: 'mail',
      tenants: ['M'],
      send: async () => ({}),
      find: async () => undefined,
    };
    await talk.inRegio((tx) => tx.installation.create({ data: { platform: 'mail', tenant: 'M' } }));
    const [stranger = 0, ...known] = people;
    await forget([stranger]);
    refuses = () => new DeliveryError('slow down', { retryAfter: 30.5 });
    await say([stranger, ...known]);
    for (let time = 0; time < 12; time += 1) {
      await deliver({ platforms: [slack, mail] });
      expect((await rows())[0]).toMatchObject({ status: 'wacht', pogingen: 0, gehad: [] });
      talk.clock.moveTo(talk.clock.now().add({ seconds: 10 }));
    }
    expect(sent).toHaveLength(known.length);
    expect(asked).toHaveLength(3);
    refuses = undefined;
    await passAll(1);
    expect(await rows()).toMatchObject(people.map(() => ({ status: 'verzonden', platform: 'slack' })));
    expect(await talk.inRegio((tx) => tx.bezorging.count({ where: { uitkomst: 'mislukt' } }))).toBe(0);
  });

  test('is left to who waits for it by what can wait', async () => {
    const on = { platform: slack, tenant: 'T1' };
    const look = () => {
      const when = { ahead: Temporal.Duration.from({ seconds: 5 }), yields: true };
      return takeLookup(talk.regioId, on, { db: talk.db, now: talk.clock.now }, when);
    };
    for (let count = 0; count < 4; count += 1) expect(await look()).toHaveProperty('at');
    expect(await look()).toHaveProperty('later');
    await forget(people);
    await say(people.slice(0, 2));
    await deliver();
    expect(asked).toEqual([]);
    talk.clock.moveTo(talk.clock.now().add({ seconds: 5 }));
    expect(await look()).toHaveProperty('later');
    await passAll(1);
    expect(asked).toHaveLength(2);
    talk.clock.moveTo(talk.clock.now().add({ seconds: 2 }));
    expect(await look()).toHaveProperty('at');
  });
});
