import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError, type Letter } from '../../src/chat/platform.ts';
import { install } from '../../src/regio/install.ts';
import { connectTeams } from '../../src/teams/teams.ts';
import { eventually } from '../eventually.ts';
import { cardOf as card, says } from '../script.ts';
import { SECRETARIS, talkOn, UWV } from '../talk.ts';
import { activityOf, deliver, mentionOf } from './activities.ts';
import { playing } from './script.ts';
import { seenOf } from './seen.ts';
import { type TeamsDriver, teamsDriver } from './teams-driver.ts';
import { cardOf } from './teams-person.ts';

const CHANNEL = '19:kanaal@thread.tacv2';
const GROUP = '19:groep@thread.v2';

describe('a letter to a channel', () => {
  let driver: TeamsDriver;
  beforeEach(async () => {
    driver = (await playing(() => says('Gemeld'))).driver;
  });
  afterEach(() => driver.stop());

  const address = (more: object = {}) => {
    const { serviceUrl, config } = driver.fake;
    return { serviceUrl, tenant: config.tenantId, channel: CHANNEL, threads: true, ...more };
  };
  const send = (more: Partial<Letter> = {}) =>
    driver.connection.send({
      id: 'b-1',
      attempt: 1,
      tenant: driver.fake.config.tenantId,
      address: address(),
      card: card('Dit kanaal volgt actie 4'),
      ...more,
    });
  const failure = async (more: Partial<Letter> = {}): Promise<DeliveryError> => {
    const error = await send(more).then(
      () => expect.fail('it was delivered'),
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DeliveryError)) throw error;
    return error;
  };

  it('begins a thread, in which others go', async () => {
    const thread = await send();
    const [root] = driver.fake.posts;
    expect(root).toMatchObject({ conversation: CHANNEL, targeted: undefined });
    expect(thread).toEqual({ conversation: `${CHANNEL};messageid=${root?.id}`, activity: root?.id });
    await send({ id: 'b-2', thread });
    expect(driver.fake.posts[1]?.conversation).toBe(`${CHANNEL};messageid=${root?.id}`);
  });

  it('in a group, which has no threads, is one of its messages', async () => {
    const thread = await send({ address: address({ channel: GROUP, threads: false }) });
    await send({ address: address({ channel: GROUP, threads: false }), thread });
    expect(driver.fake.posts.map(({ conversation }) => conversation)).toEqual([GROUP, GROUP]);
  });

  it('takes the place of what it said before', async () => {
    const edits = await send();
    expect(await send({ edits, card: card('Dit kanaal volgt actie 5') })).toEqual(edits);
    const call = driver.fake.calls.findLast(({ method }) => method === 'PUT');
    expect(call?.path).toMatch(/;messageid=(\d+)\/activities\/\1$/);
    expect(driver.fake.posts).toMatchObject([
      { edited: true, message: { summary: 'Dit kanaal volgt actie 5' } },
    ]);
  });

  it.each([
    ['POST', 403, 'BotNotInConversationRoster', 'channel'],
    ['POST', 404, 'ConversationNotFound', 'channel'],
    ['PUT', 404, 'ActivityNotFoundInConversation', 'message'],
    ['PUT', 404, 'ConversationNotFound', 'channel'],
    ['POST', 400, 'BadArgument', undefined],
  ])('that Teams refuses with %s %i %s is final; what is gone: %s', async (method, status, code, gone) => {
    const edits = method === 'PUT' ? { edits: await send() } : {};
    driver.fake.plan({ method, path: /activities/, status, code });
    expect(await failure(edits)).toMatchObject({ final: true, gone });
  });

  it('outside Teams or in another tenant is not sent', async () => {
    expect(await failure({ address: address({ serviceUrl: 'https://evil.example/' }) })).toMatchObject({
      final: true,
    });
    expect(await failure({ address: address({ tenant: 'another' }) })).toMatchObject({ final: true });
    expect(driver.fake.calls).toEqual([]);
  });
});

describe('a channel that follows, with all of Doebot', () => {
  let stop: () => Promise<void>;
  afterEach(() => stop());

  it('has one thread for an actie, and edits instead of repeating', async () => {
    const talk = await talkOn('postgres');
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    const people = [UWV, SECRETARIS].map((email) => ({ email, name: email }));
    const driver = await teamsDriver((config) => connectTeams(config, deps), people);
    for (const tenant of driver.connection.tenants) await install(talk.db, 'teams', tenant);
    stop = async () => {
      await driver.stop();
      await talk.close();
    };
    const run = () => talk.passTo(talk.clock.now().add({ minutes: 1 }), driver.connection);
    const inPublic = () =>
      driver.fake.posts.filter((one) => one.conversation.startsWith('19:') && !one.targeted);
    const textOf = (post: (typeof driver.fake.posts)[number] | undefined) =>
      post === undefined ? '' : seenOf(cardOf(post)).text;

    const mention = mentionOf('volg uwv', `28:${driver.fake.config.appId}`);
    const where = `${CHANNEL};messageid=1700000000000`;
    await deliver(driver.door, activityOf(driver.door, driver.member(SECRETARIS), mention, where));
    const answer = await eventually(() => driver.fake.posts[0]);
    expect(answer.targeted).toBe(driver.member(SECRETARIS).id);
    await driver.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await run();
    const [welkom, root, first] = inPublic();
    expect([welkom?.conversation, root?.conversation]).toEqual([CHANNEL, CHANNEL]);
    expect(textOf(welkom)).toContain('Dit kanaal volgt vanaf nu de acties van UWV.');
    expect(first?.conversation).toBe(`${CHANNEL};messageid=${root?.id}`);

    await driver.press(UWV, 'Ongedaan maken');
    await run();
    expect(inPublic()).toHaveLength(3);
    expect([root?.edited, first?.edited]).toEqual([true, true]);
    expect(textOf(first)).toContain('↩ Ingetrokken.');
  });
});
