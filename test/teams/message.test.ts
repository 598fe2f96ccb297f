import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, Request } from '../../src/chat/platform.ts';
import { ANNA, BRAM, FORM, onForm, type Script, says } from '../script.ts';
import { type Activity, activityOf, deliver, mentionOf, messageOf } from './activities.ts';
import { personalOf } from './fake-teams.ts';
import { playing } from './script.ts';
import type { TeamsDriver } from './teams-driver.ts';

const CHANNEL = '19:kanaal@thread.tacv2';
const THREAD = `${CHANNEL};messageid=1700000000000`;

let driver: TeamsDriver;
let requests: Request[];
afterEach(() => driver.stop());

async function start(script: Script = () => says('Hallo')): Promise<void> {
  const playingNow = await playing(script);
  driver = playingNow.driver;
  requests = playingNow.requests;
}

const tell = (more: Activity, conversation?: string) =>
  deliver(driver.door, activityOf(driver.door, driver.member(ANNA), more, conversation));
const mention = (text: string) => mentionOf(text, `28:${driver.fake.config.appId}`);

describe('a message', () => {
  it('in 1:1 is answered there', async () => {
    await start();
    expect(await driver.say(ANNA, 'acties')).toEqual({ text: 'Hallo', buttons: [] });
    expect(requests).toMatchObject([{ platform: 'teams', say: { text: 'acties' } }]);
    const conversation = personalOf(driver.member(ANNA).id);
    expect(driver.fake.posts).toMatchObject([{ conversation, message: { summary: 'Hallo' } }]);
    expect(await driver.letters(ANNA)).toEqual([]);
  });

  it('comes from an account that can be written to later, whose e-mail address Teams knows', async () => {
    await start();
    await driver.say(BRAM, 'acties');
    const { id: user, aadObjectId } = driver.member(BRAM);
    const { tenantId: tenant } = driver.fake.config;
    const address = { serviceUrl: driver.fake.serviceUrl, tenant, user, aad: aadObjectId };
    expect(requests[0]?.tenant).toBe(tenant);
    expect(requests[0]?.account.id).toBe(aadObjectId);
    expect(requests[0]?.account.address).toEqual({ ...address, conversation: personalOf(user) });
    expect(await requests[0]?.account.email()).toBe(BRAM);
  });

  it('that is delivered again is the same request, and answered again', async () => {
    await start();
    const activity = activityOf(driver.door, driver.member(ANNA), messageOf('acties'));
    await deliver(driver.door, activity);
    await deliver(driver.door, activity);
    await driver.say(ANNA, 'acties');
    const [first, second, other] = requests.map(({ id }) => id);
    expect(first).toBe(second);
    expect(other).not.toBe(first);
    expect(driver.fake.posts).toHaveLength(3);
  });

  it('whose answer takes long is acknowledged in time and answered all the same', async () => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    await start(() => promise);
    expect((await tell(messageOf('acties'))).status).toBe(200);
    expect(driver.fake.posts).toEqual([]);
    const stopped = driver.connection.stop(); // waits for it
    resolve(says('Eindelijk'));
    await stopped;
    expect(driver.fake.posts).toMatchObject([{ message: { summary: 'Eindelijk' } }]);
  });

  it('is answered once Teams has room again', async () => {
    await start();
    driver.fake.plan({ method: 'POST', path: /activities$/, status: 429 });
    driver.fake.plan({ method: 'POST', path: /activities$/, status: 429, retryAfter: 0 });
    expect((await driver.say(ANNA, 'acties')).text).toBe('Hallo');
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('whose answer may have arrived is not answered twice', async () => {
    await start();
    driver.fake.plan({ method: 'POST', path: /activities$/, hang: true });
    expect((await tell(messageOf('acties'))).status).toBe(200);
    await driver.connection.stop();
    expect(driver.fake.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('can be answered with a form', async () => {
    await start(() => onForm(FORM));
    const seen = await driver.say(ANNA, 'actie 12 bijwerken');
    expect(seen.form?.title).toBe('Actie 12 bijwerken');
    expect(driver.fake.posts[0]?.message.summary).toContain('Toelichting');
  });
});

describe('a message in a channel', () => {
  it('is heard without its mention', async () => {
    await start();
    await tell(mention('actie 12'), THREAD);
    expect(requests[0]?.say).toEqual({ text: 'actie 12' });
  });

  it('is answered in private, in its thread', async () => {
    await start();
    await tell(mention('acties'), THREAD);
    const to = driver.member(ANNA).id;
    const path = `/teams/v3/conversations/${THREAD}/activities`;
    expect(driver.fake.calls).toMatchObject([{ method: 'POST', path, targeted: true }]);
    const [post] = driver.fake.posts;
    expect(post).toMatchObject({ targeted: to, message: { recipient: { id: to, isTargeted: true } } });
    expect(post?.message).not.toHaveProperty('replyToId');
  });

  it('that was a slash command stands above its answer', async () => {
    await start();
    const recipient = { id: `28:${driver.fake.config.appId}`, name: 'Doebot', isTargeted: true };
    await tell({ ...messageOf('acties'), id: '77', recipient }, CHANNEL);
    const entities = [{ type: 'targetedMessageInfo', messageId: '77' }];
    expect(driver.fake.posts).toMatchObject([{ message: { entities } }]);
  });

  it.each([
    [404, 'ConversationNotFound'],
    [400, 'BadArgument'],
    [403, 'BotNotInConversationRoster'],
  ])('is answered in 1:1 when Teams answers %i to a private answer in the channel', async (status, code) => {
    await start();
    driver.fake.plan({ method: 'POST', path: /^\/19:/, status, code });
    await tell(mention('acties'), THREAD);
    const conversation = personalOf(driver.member(ANNA).id);
    expect(driver.fake.posts).toMatchObject([{ conversation, targeted: undefined }]);
  });

  it('is the same request whichever way Teams names the thread', async () => {
    await start();
    await tell({ ...mention('acties'), id: '5' }, CHANNEL);
    await tell({ ...mention('acties'), id: '5' }, THREAD);
    const { tenantId } = driver.fake.config;
    expect(requests.map(({ id }) => id)).toEqual(Array(2).fill(`teams:${tenantId}:${CHANNEL}:5`));
  });

  it('gives an account that is written to in 1:1, in a conversation yet to be opened', async () => {
    await start();
    await tell(mention('acties'), THREAD);
    expect(requests[0]?.account.address).not.toHaveProperty('conversation');
    expect(await requests[0]?.account.email()).toBe(ANNA);
    expect(driver.fake.calls.at(-1)?.path).toBe(
      `/teams/v3/conversations/${CHANNEL}/members/${driver.member(ANNA).id}`,
    );
  });
});

describe('installing the bot', () => {
  const install = (action = 'add') => ({ type: 'installationUpdate', action });
  const added = () => ({
    type: 'conversationUpdate',
    membersAdded: [{ id: `28:${driver.fake.config.appId}` }, { id: driver.member(ANNA).id }],
  });

  it('gets one explanation, although Teams tells of it in two ways', async () => {
    await start();
    await Promise.all([tell(install()), tell(added())]);
    expect(requests).toMatchObject([{ say: { text: 'help' } }]);
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('that is told again gets no second explanation', async () => {
    await start();
    await tell({ ...install(), id: '9' });
    await tell({ ...install(), id: '9' });
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('in a channel, updating and removing it are taken in silence', async () => {
    await start();
    await tell(install(), CHANNEL);
    await tell(install('add-upgrade'));
    await tell(install('remove'));
    expect(requests).toEqual([]);
  });
});
