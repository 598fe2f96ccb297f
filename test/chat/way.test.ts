// A little over 200 lines: every way to a persoon stands together, with the same three platforms that fail on demand.
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Composer, deliverDue } from '../../src/chat/outbox.ts';
import { DeliveryError, type Letter, type Platform, type PlatformName } from '../../src/chat/platform.ts';
import { post, revise } from '../../src/chat/post.ts';
import { KINDS } from '../database.ts';
import { eventually } from '../eventually.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

const silent = () => new DeliveryError('no answer', { doubt: true });
const refused = () => new DeliveryError('refused', { final: true });
const broken = () => new DeliveryError('broken');

describe.each(KINDS)('the ways to a persoon, on %s', (kind) => {
  let talk: Talk;
  let persoonId: number;
  let letters: { on: PlatformName; letter: Letter }[] = [];
  let fails: Partial<Record<PlatformName, () => Error>> = {};
  let arrived: Partial<Record<PlatformName, object>> = {};
  let found: PlatformName[] = [];
  let said: 'again' | 'nothing' = 'again';
  /** The process ends while it waits for the platform. */
  let dies = false;

  beforeAll(async () => {
    talk = await talkOn(kind);
    persoonId = (await talk.inRegio((tx) => tx.persoon.findFirstOrThrow({ where: { email: UWV } }))).id;
  });
  beforeEach(async () => {
    [letters, fails, arrived, found, said, dies] = [[], {}, {}, [], 'again', false];
    await talk.reset();
    const tenants = (['slack', 'teams', 'mail'] as const).map((platform) => ({ platform, tenant: platform }));
    await talk.inRegio((tx) => tx.installation.createMany({ data: tenants }));
  });
  afterAll(() => talk.close());

  const platform = (name: PlatformName): Platform => ({
    name,
    tenants: [name],
    send: async (letter) => {
      letters.push({ on: name, letter });
      if (dies) await new Promise(() => {});
      const failure = fails[name]?.();
      if (failure) throw failure;
      return { on: name };
    },
    find: async (_, email) => (found.includes(name) ? { accountId: email, address: { email } } : undefined),
    ...(name === 'slack' && { look: async () => arrived[name] as { on: string } | undefined }),
  });
  const hello: Composer = async ({ inhoud, said: before }) =>
    before && said === 'nothing' ? undefined : { elements: [{ kind: 'text', text: String(inhoud['text']) }] };
  const deliver = () =>
    deliverDue(talk.regioId, {
      db: talk.db,
      platforms: [platform('slack'), platform('teams'), platform('mail')],
      composers: { hello },
      now: talk.clock.now,
      log: pino({ level: 'silent' }),
    });
  const account = (name: PlatformName, days: number) =>
    talk.inRegio((tx) =>
      tx.account.create({
        data: {
          persoonId,
          platform: name,
          tenant: name,
          accountId: 'x',
          address: { user: 'x' },
          seenAt: new Date(talk.clock.now().subtract({ hours: 24 * days }).epochMilliseconds),
        },
      }),
    );
  const say = async () => {
    const one = { persoonId, soort: 'hello', inhoud: { text: 'Hallo' } };
    return talk.inRegio((tx) => post(tx, [one], talk.clock.now()));
  };
  const bericht = () => talk.inRegio((tx) => tx.bericht.findFirstOrThrow());
  const proof = () => talk.inRegio((tx) => tx.bezorging.findMany({ orderBy: { id: 'asc' } }));
  const ways = () => letters.map(({ on }) => on);
  /** Until nothing is tried any more, or that many minutes have passed. */
  const pass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      talk.clock.moveTo(talk.clock.now().add({ minutes: 1 }));
      await deliver();
    }
  };

  test('begin where they were last, and leave proof of what arrived', async () => {
    await account('slack', 2);
    await account('teams', 1);
    await say();
    await deliver();
    expect(ways()).toEqual(['teams']);
    expect(await proof()).toMatchObject([{ platform: 'teams', tenant: 'teams', uitkomst: 'verzonden' }]);
  });

  test('begin where they want it, mail too', async () => {
    found = ['mail'];
    await account('slack', 1);
    await talk.inRegio((tx) => tx.voorkeur.create({ data: { persoonId, platform: 'mail' } }));
    await say();
    await deliver();
    expect(ways()).toEqual(['mail']);
    expect(await talk.inRegio((tx) => tx.account.count({ where: { platform: 'mail' } }))).toBe(0);
  });

  test('go on at once after a refusal, to mail at last, and then to nobody', async () => {
    found = ['mail', 'teams'];
    fails = { slack: refused, teams: refused, mail: refused };
    await account('slack', 1);
    await say();
    await deliver();
    expect(ways()).toEqual(['slack', 'teams', 'mail']);
    expect(await bericht()).toMatchObject({ status: 'mislukt', fout: 'geweigerd' });
    expect((await bericht()).gehad).toEqual(['slack slack', 'teams teams']);
    const outcomes = (await proof()).map((row) => [row.platform, row.uitkomst, row.fout]);
    expect(outcomes).toEqual(['slack', 'teams', 'mail'].map((name) => [name, 'mislukt', 'refused']));
  });

  test('leave a platform that does not work within half an hour, if there is another', async () => {
    found = ['mail'];
    fails = { slack: broken };
    await account('slack', 1);
    await say();
    await deliver();
    await pass(30);
    expect(ways()).toEqual(['slack', 'slack', 'slack', 'slack', 'slack', 'mail']);
    expect(await bericht()).toMatchObject({ status: 'verzonden', platform: 'mail' });
  });

  test('stay with the only platform for hours', async () => {
    fails = { slack: broken };
    await account('slack', 1);
    await say();
    await deliver();
    await pass(30);
    fails = {};
    await pass(60);
    expect(await bericht()).toMatchObject({ status: 'verzonden', platform: 'slack', gehad: [] });
  });

  test('are not left before is looked whether a doubtful attempt arrived', async () => {
    found = ['mail'];
    fails = { slack: silent };
    await account('slack', 1);
    await say();
    await deliver();
    arrived = { slack: { on: 'slack', earlier: true } };
    await pass(30);
    expect(ways()).not.toContain('mail');
    expect(await bericht()).toMatchObject({
      status: 'verzonden',
      platform: 'slack',
      plek: { earlier: true },
    });
    expect((await proof()).map(({ uitkomst }) => uitkomst)).toEqual([
      ...Array(4).fill('onbekend'),
      'verzonden',
    ]);
  });

  test('stay with the one that is in doubt, wherever they are seen meanwhile', async () => {
    fails = { slack: silent };
    await account('slack', 1);
    await say();
    await deliver();
    await account('teams', 0);
    fails = {};
    await pass(3);
    expect(ways()).toEqual(['slack', 'slack']);
    expect(letters[1]?.letter.attempt).toBe(2);
  });

  test('leave a row for an attempt that nobody settled', async () => {
    await account('slack', 1);
    await say();
    const until = new Date(talk.clock.now().epochMilliseconds - 1);
    await talk.inRegio((tx) =>
      tx.bericht.updateMany({ data: { status: 'bezig', pogingen: 1, volgendeOp: until } }),
    );
    await deliver();
    expect((await proof()).map(({ platform, uitkomst }) => [platform, uitkomst])).toEqual([
      [null, 'onbekend'],
      ['slack', 'verzonden'],
    ]);
    expect(letters[0]?.letter.attempt).toBe(2);
  });

  test('what was sent and has nothing more to say stays sent', async () => {
    await account('slack', 1);
    const ids = await say();
    await deliver();
    said = 'nothing';
    await talk.inRegio((tx) => revise(tx, ids, talk.clock.now()));
    await deliver();
    expect(letters).toHaveLength(1);
    expect(await bericht()).toMatchObject({ status: 'verzonden', platform: 'slack' });
  });

  test('wait as long as asked, in parts of a second too, but no longer than an hour', async () => {
    await account('slack', 1);
    await say();
    fails = { slack: () => new DeliveryError('slow down', { retryAfter: 90.5 }) };
    await deliver();
    const first = talk.clock
      .now()
      .until((await bericht()).volgendeOp.toTemporalInstant())
      .total('seconds');
    expect(first).toBeGreaterThanOrEqual(91);
    expect(first).toBeLessThan(111);
    fails = { slack: () => new DeliveryError('slow down', { retryAfter: 90_000 }) };
    await pass(2);
    const second = talk.clock
      .now()
      .until((await bericht()).volgendeOp.toTemporalInstant())
      .total('seconds');
    expect(second).toBeGreaterThan(3_500);
    expect(second).toBeLessThan(3_700);
  });

  test('after a process that died comes back to where it was sent, wherever they were since', async () => {
    await account('slack', 1);
    await account('teams', 2);
    await say();
    dies = true;
    void deliver();
    await eventually(() => letters[0]);
    dies = false;
    await talk.inRegio((tx) =>
      tx.account.updateMany({
        where: { platform: 'teams' },
        data: { seenAt: new Date(talk.clock.now().epochMilliseconds) },
      }),
    );
    await pass(4);
    expect(ways()).toEqual(['slack', 'slack']);
    expect(letters[1]?.letter.attempt).toBe(2);
    expect(await proof()).toMatchObject([
      { platform: 'slack', tenant: 'slack', uitkomst: 'onbekend' },
      { platform: 'slack', uitkomst: 'verzonden' },
    ]);
  });
});
