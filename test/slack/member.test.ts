import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/chat/platform.ts';
import { connectSlack } from '../../src/slack/slack.ts';
import { mount } from '../mount.ts';
import { LOG, now, says, scripted } from '../script.ts';
import { type FakeSlack, fakeSlack, INSTALLED, SIGNING_SECRET } from './fake-slack.ts';
import type { Member } from './fake-workspace.ts';
import { sendEvent } from './slack-requests.ts';

const member = (id: string, more: Partial<Member> = {}): Member => {
  return { id, team_id: 'T1', name: id, email: `${id.toLowerCase()}@haarlem.example`, ...more };
};

const MEMBERS = [
  member('U1'),
  member('U2', { is_bot: true }),
  member('U3', { deleted: true }),
  member('U4', { team_id: 'T9', is_stranger: true }),
  member('U5', { is_email_confirmed: false }),
  member('U6', { email: undefined }),
];

describe('a user of Slack', () => {
  let fake: FakeSlack;
  let connection: Connection;
  let mounted: Awaited<ReturnType<typeof mount>>;
  let requests: ReturnType<typeof scripted>['requests'];
  beforeEach(async () => {
    fake = await fakeSlack(MEMBERS);
    const script = scripted(() => says('Dag'));
    requests = script.requests;
    const config = {
      botToken: INSTALLED.token,
      signingSecret: SIGNING_SECRET,
      appToken: undefined,
      apiUrl: fake.apiUrl,
    };
    connection = await connectSlack(config, { ask: script.ask, now, log: LOG });
    mounted = await mount(connection);
  });
  afterEach(async () => {
    await connection.stop();
    await mounted.close();
    await fake.stop();
  });

  const emailOf = async (user: string) => {
    const door = {
      url: `${mounted.url}/slack/events`,
      signingSecret: SIGNING_SECRET,
      now: () => Date.now() / 1000,
    };
    await sendEvent(door, {
      type: 'message',
      channel: `D${user}`,
      channel_type: 'im',
      user,
      text: 'hoi',
      ts: '1.0',
    });
    return requests.at(-1)?.account.email();
  };

  it('is known by the e-mail address of the profile', async () => {
    expect(await emailOf('U1')).toBe('u1@haarlem.example');
  });

  it.each([
    ['a bot', 'U2'],
    ['somebody who left', 'U3'],
    ['a guest of another workspace', 'U4'],
    ['somebody whose address is not proven', 'U5'],
    ['somebody without an address', 'U6'],
    ['somebody Slack does not know', 'U9'],
  ])('who is %s has no address', async (_, user) => {
    expect(await emailOf(user)).toBeUndefined();
  });

  it.each([
    ['a member', 'U1', undefined],
    ['somebody without an address', 'U6', undefined],
    ['a bot', 'U2', 'gesloten'],
    ['somebody who left', 'U3', 'gesloten'],
    ['a guest of another workspace', 'U4', 'gast'],
    ['somebody Slack does not know', 'U9', 'gesloten'],
  ])('who is %s can be written to, or it is known why not', async (_, user, why) => {
    expect(await connection.check?.('T1', { user })).toBe(why);
    expect(fake.posts).toEqual([]);
  });

  it('cannot be written to where the bot is not installed any more', async () => {
    fake.plan('users.info', { error: 'account_inactive' });
    expect(await connection.check?.('T1', { user: 'U1' })).toBe('bot_ontbreekt');
    fake.plan('users.info', { error: 'internal_error' });
    await expect(connection.check?.('T1', { user: 'U1' })).rejects.toThrow('internal_error');
  });

  it('is not taken for nobody when Slack does not answer', async () => {
    fake.plan('users.info', { status: 500 });
    await expect(emailOf('U1')).rejects.toThrow();
  });

  it('is asked about again when Slack says, where it asks to wait', async () => {
    for (const method of ['users.lookupByEmail', 'users.info'])
      fake.plan(method, { status: 429, headers: { 'retry-after': '30' } });
    const asked = { message: 'Slack asks to wait', retryAfter: 30, final: false };
    await expect(connection.find?.('T1', 'u1@haarlem.example')).rejects.toMatchObject(asked);
    await expect(connection.check?.('T1', { user: 'U1' })).rejects.toMatchObject(asked);
  });

  it('is found by the e-mail address', async () => {
    const found = await connection.find?.('T1', 'u1@haarlem.example');
    expect(found).toEqual({ accountId: 'U1', address: { user: 'U1' } });
  });

  it.each(['nobody@haarlem.example', 'u2@haarlem.example', 'u3@haarlem.example', 'u4@haarlem.example'])(
    'is not found as %s',
    async (email) => {
      expect(await connection.find?.('T1', email)).toBeUndefined();
    },
  );

  it('is not looked for in another workspace', async () => {
    expect(await connection.find?.('T2', 'u1@haarlem.example')).toBeUndefined();
    expect(fake.callsOf('users.lookupByEmail')).toEqual([]);
  });
});
