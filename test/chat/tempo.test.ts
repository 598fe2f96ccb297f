import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Composer, deliverDue, type OutboxParts } from '../../src/chat/outbox.ts';
import { DeliveryError, type Platform } from '../../src/chat/platform.ts';
import { post } from '../../src/chat/post.ts';
import { KINDS } from '../database.ts';
import { type Talk, talkOn } from '../talk.ts';

describe.each(KINDS)('the pace of a platform, on %s', (kind) => {
  let talk: Talk;
  let people: number[];
  let sent: { at: number; to: string }[] = [];
  let fails: (() => Error | undefined) | undefined;

  beforeAll(async () => {
    talk = await talkOn(kind);
    people = (await talk.inRegio((tx) => tx.persoon.findMany({ take: 8 }))).map(({ id }) => id);
  });
  beforeEach(async () => {
    [sent, fails] = [[], undefined];
    await talk.reset();
    await talk.inRegio((tx) => tx.installation.create({ data: { platform: 'slack', tenant: 'T1' } }));
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
    find: async (_, email) => ({ accountId: email, address: { email } }),
  };
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
});
