import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError, type Letter } from '../../src/chat/platform.ts';
import { install } from '../../src/regio/install.ts';
import { connectSlack } from '../../src/slack/slack.ts';
import { cardOf, says } from '../script.ts';
import { SECRETARIS, talkOn, UWV } from '../talk.ts';
import { playing } from './script.ts';
import { seenOf } from './seen.ts';
import { CHANNEL, type SlackDriver, slackDriver } from './slack-driver.ts';

describe('a letter to a channel', () => {
  let driver: SlackDriver;
  beforeEach(async () => {
    driver = (await playing(() => says('Gemeld'))).driver;
  });
  afterEach(() => driver.stop());

  const letter = (more: Partial<Letter> = {}): Letter => {
    const card = cardOf('Actie 4: loopt');
    return { id: 'b-1', attempt: 1, tenant: 'T1', address: { channel: CHANNEL }, card, ...more };
  };
  const send = (more: Partial<Letter> = {}) => driver.connection.send(letter(more));
  const failure = async (more: Partial<Letter> = {}): Promise<DeliveryError> => {
    const error = await send(more).then(
      () => expect.fail('it was delivered'),
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DeliveryError)) throw error;
    return error;
  };

  it('is for everybody there', async () => {
    const place = await send();
    const [post] = driver.fake.posts;
    expect(place).toEqual({ channel: CHANNEL, ts: post?.ts });
    expect(post).toMatchObject({ to: undefined, ephemeral: false, channel: CHANNEL });
    expect(post?.thread).toBeUndefined();
  });

  it('goes in the thread of another', async () => {
    const thread = await send();
    await send({ id: 'b-2', thread });
    expect(driver.fake.posts[1]).toMatchObject({ channel: CHANNEL, thread: driver.fake.posts[0]?.ts });
  });

  it('takes the place of what it said before', async () => {
    const edits = await send();
    expect(await send({ edits, card: cardOf('Actie 4: vertraagd') })).toEqual(edits);
    expect(driver.fake.callsOf('chat.update')).toHaveLength(1);
    expect(driver.fake.posts).toMatchObject([{ text: 'Actie 4: vertraagd', replaced: 1 }]);
  });

  it.each([{ inThread: false }, { inThread: true }])(
    'whose answer was lost is found and not sent again: %o',
    async ({ inThread }) => {
      const thread = inThread ? { thread: await send({ id: 'b-0' }) } : {};
      const before = driver.fake.posts.length;
      driver.fake.plan('chat.postMessage', { lost: true });
      expect(await failure(thread)).toMatchObject({ final: false });
      const posted = driver.fake.posts.at(-1);
      expect(await send({ attempt: 2, ...thread })).toEqual({ channel: CHANNEL, ts: posted?.ts });
      expect(driver.fake.posts).toHaveLength(before + 1);
      expect(posted).toMatchObject({ replaced: 0 });
      await send({ attempt: 3, revised: true, card: cardOf('Ingetrokken'), ...thread });
      expect(posted).toMatchObject({ replaced: 1, text: 'Ingetrokken' });
    },
  );

  it('is sent again where the bot may not look', async () => {
    driver.fake.plan('conversations.history', { error: 'missing_scope' });
    await send({ attempt: 2 });
    expect(driver.fake.posts).toHaveLength(1);
  });

  it.each([
    ['not_in_channel', 'channel'],
    ['channel_not_found', 'channel'],
    ['is_archived', 'channel'],
    ['msg_too_long', undefined],
  ])('that Slack refuses with %s is final; what is gone: %s', async (error, gone) => {
    driver.fake.plan('chat.postMessage', { error });
    expect(await failure()).toMatchObject({ final: true, gone });
  });

  it('that was taken away cannot be edited, and is known to be gone', async () => {
    expect(await failure({ edits: { channel: CHANNEL, ts: '9.9' } })).toMatchObject({
      final: true,
      gone: 'message',
    });
  });

  it('waits as long as Slack asks, to edit as well', async () => {
    const edits = await send();
    driver.fake.plan('chat.update', { status: 429, headers: { 'retry-after': '3' } });
    expect(await failure({ edits })).toMatchObject({ final: false, retryAfter: 3 });
  });
});

describe('a channel that follows, with all of Doebot', () => {
  let stop: () => Promise<void>;
  afterEach(() => stop());
  const start = async () => {
    const talk = await talkOn('postgres');
    await install(talk.db, 'slack', 'T1');
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    const people = [UWV, SECRETARIS].map((email) => ({ email, name: email }));
    const options = { via: 'mention', now: talk.clock.now } as const;
    const driver = await slackDriver((config) => connectSlack(config, deps), people, options);
    stop = async () => {
      await driver.stop();
      await talk.close();
    };
    const inPublic = () => driver.fake.posts.filter(({ to }) => to === undefined);
    const crash = () =>
      talk.inRegio(
        (tx) =>
          tx.$executeRaw`update bericht set status = 'bezig', plek = null, verzonden_op = null where draad_id is not null`,
      );
    const run = async () => talk.passTo(talk.clock.now().add({ minutes: 1 }), driver.connection);
    return { driver, run, crash, inPublic };
  };
  const textOf = (post: { blocks: Parameters<typeof seenOf>[0] } | undefined) =>
    seenOf(post?.blocks ?? []).text;

  it('has one message for an actie, with every change under it, and edits instead of repeating', async () => {
    const { driver, run, inPublic } = await start();
    expect((await driver.say(SECRETARIS, 'volg uwv')).text).toContain('/invite @Doebot');
    await driver.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await run();
    const [welkom, root, first] = inPublic();
    expect(textOf(welkom)).toContain('Dit kanaal volgt vanaf nu de acties van UWV.');
    expect(textOf(root)).toContain('🟢 Loopt');
    expect(first).toMatchObject({ thread: root?.ts });

    expect((await driver.press(UWV, 'Ongedaan maken')).text).toContain('Ongedaan gemaakt');
    await run();
    expect(inPublic()).toHaveLength(3);
    expect(textOf(root)).toContain('📝 Nader uit te werken');
    expect(textOf(first)).toContain('↩ Ingetrokken.');
    expect(driver.fake.callsOf('chat.update')).toHaveLength(2);
  });

  it('hears nothing twice when Doebot stops between sending and keeping that it was sent', async () => {
    const { driver, run, crash, inPublic } = await start();
    await driver.say(SECRETARIS, 'volg uwv');
    await driver.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await run();
    const [, root, first] = inPublic();
    await crash();
    for (let minute = 0; minute < 5; minute += 1) await run();
    expect(driver.fake.callsOf('conversations.replies')).toHaveLength(1);
    expect(inPublic()).toHaveLength(3);
    expect((await driver.press(UWV, 'Ongedaan maken')).text).toContain('Ongedaan gemaakt');
    await run();
    expect(inPublic()).toHaveLength(3);
    expect(first).toMatchObject({ thread: root?.ts });
    expect(textOf(first)).toContain('↩ Ingetrokken.');
  });

  it('without Doebot in it is told of in the DM, to who set it', async () => {
    const { driver, run, inPublic } = await start();
    await driver.say(UWV, 'volg alles');
    driver.fake.plan('chat.postMessage', { error: 'not_in_channel' });
    await run();
    expect(inPublic()).toEqual([]);
    const [told, ...more] = await driver.letters(UWV);
    expect(more).toEqual([]);
    expect(told?.text).toContain('Nodig Doebot in dat kanaal uit met /invite @Doebot');
    expect(await driver.letters(SECRETARIS)).toEqual([]);
  });
});
