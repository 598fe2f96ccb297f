import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Connection } from '../../src/chat/platform.ts';
import { PACE } from '../../src/slack/bot.ts';
import { connectSlack } from '../../src/slack/slack.ts';
import { mount } from '../mount.ts';
import { FORM, LOG, now, onForm, type Script, says, scripted } from '../script.ts';
import { type FakeSlack, fakeSlack, type Installed, SIGNING_SECRET } from './fake-slack.ts';
import { QUICK } from './script.ts';
import { type Door, pressPayload, sendCommand, sendEvent, sendInteraction } from './slack-requests.ts';

const ONE: Installed = { token: 'xoxb-one', team: 'T1', botUser: 'UBOT1', botId: 'B1' };
const TWO: Installed = { token: 'xoxb-two', team: 'T2', botUser: 'UBOT2', botId: 'B2' };
const MEMBERS = [
  { id: 'U1', team_id: 'T1', name: 'Anna', email: 'anna@haarlem.example' },
  { id: 'U2', team_id: 'T2', name: 'Bram', email: 'bram@uwv.example' },
];

describe('a workspace', () => {
  let fake: FakeSlack;
  const stops: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    fake = await fakeSlack(MEMBERS, [ONE, TWO]);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await fake.stop();
    expect(fake.violations).toEqual([]);
  });

  const config = (token: string) => {
    return { botToken: token, signingSecret: SIGNING_SECRET, appToken: undefined, apiUrl: fake.apiUrl };
  };
  async function connect({ token }: Installed, script: Script = () => says('Dag')) {
    const { ask, requests } = scripted(script);
    const connection: Connection = await connectSlack(config(token), { ask, now, log: LOG, pace: QUICK });
    const { url, close } = await mount(connection);
    stops.push(() => connection.stop(), close);
    const door: Door = {
      url: `${url}/slack/events`,
      signingSecret: SIGNING_SECRET,
      now: () => Date.now() / 1000,
    };
    return { connection, door, requests };
  }
  const hello = (user: string) => ({
    type: 'message',
    channel: `D${user}`,
    channel_type: 'im',
    user,
    text: 'hoi',
  });
  const arrived = (count: number) => expect.poll(() => fake.posts.length).toBe(count);

  it('is the one its token belongs to', async () => {
    expect((await connect(ONE)).connection.tenants).toEqual(['T1']);
    expect((await connect(TWO)).connection.tenants).toEqual(['T2']);
  });

  it('that refuses the token is named, with what to do', async () => {
    const refused = connectSlack(config('xoxb-old'), { ask: scripted(() => says('x')).ask, now, log: LOG });
    await expect(refused).rejects.toThrow('Slack refuses SLACK_BOT_TOKEN (invalid_auth)');
    const nowhere = { ...config('xoxb-one'), apiUrl: 'http://127.0.0.1:9/api/' };
    const lost = connectSlack(nowhere, { ask: scripted(() => says('x')).ask, now, log: LOG });
    await expect(lost).rejects.toThrow('Slack cannot be reached to check SLACK_BOT_TOKEN');
  });

  it('is written to with its own token only', async () => {
    const [one, two] = [await connect(ONE), await connect(TWO)];
    fake.calls.length = 0;
    for (const { door, connection, user, team } of [
      { ...one, user: 'U1', team: 'T1' },
      { ...two, user: 'U2', team: 'T2' },
    ]) {
      await sendEvent(door, hello(user), { team });
      const letter = { id: team, attempt: 2, tenant: team, address: { user }, card: { elements: [] } };
      await connection.send({ ...letter, card: { elements: [{ kind: 'text', text: 'Brief' }] } });
      await connection.find?.(team, 'anna@haarlem.example');
      const press = { user, team, channel: `D${user}`, ts: '1.0', ephemeral: true, button: { value: '{' } };
      await sendInteraction(
        door,
        pressPayload({ ...press, trigger: 'x', responseUrl: 'http://127.0.0.1:9/' }),
      );
    }
    await arrived(6);
    const written = fake.calls.filter(({ method }) => method !== 'users.lookupByEmail');
    const withTokenOf = (user: string) =>
      written
        .filter(({ args }) => String(args['channel'] ?? args['users']).endsWith(user))
        .map(({ token }) => token);
    expect(withTokenOf('U1')).toEqual(Array(5).fill('xoxb-one'));
    expect(withTokenOf('U2')).toEqual(Array(5).fill('xoxb-two'));
    expect(fake.callsOf('users.lookupByEmail').map(({ token }) => token)).toEqual(['xoxb-one', 'xoxb-two']);
  });

  it('that is another one is not answered', async () => {
    const { door, requests } = await connect(ONE);
    fake.calls.length = 0;
    const urls = { trigger: 'x', responseUrl: fake.responseUrl('U2', 'D2') };
    const replies = [
      await sendEvent(door, hello('U2'), { team: 'T2' }),
      await sendCommand(door, {
        team: 'T2',
        user: 'U2',
        channel: 'D2',
        command: '/doebot',
        text: '',
        ...urls,
      }),
      await sendInteraction(
        door,
        pressPayload({
          team: 'T2',
          user: 'U2',
          channel: 'D2',
          ts: '1',
          ephemeral: true,
          button: {},
          ...urls,
        }),
      ),
    ];
    expect(replies).toEqual(Array(3).fill({ status: 200, body: undefined }));
    expect([requests, fake.calls, fake.posts]).toEqual([[], [], []]);
  });

  it('gets the answers in hand before the bot stops', async () => {
    const slow = Promise.withResolvers<Answer>();
    const { door, connection } = await connect(ONE, () => slow.promise);
    const urls = { trigger: fake.trigger('U1'), responseUrl: fake.responseUrl('U1', 'DU1') };
    await sendCommand(door, { user: 'U1', channel: 'DU1', command: '/doebot', text: 'hoi', ...urls });
    const stopped = connection.stop();
    slow.resolve(says('Dag'));
    await stopped;
    expect(fake.posts).toMatchObject([{ text: 'Dag', to: 'U1' }]);
  });

  it('is left in time, whatever hangs', async () => {
    const hanging = Promise.withResolvers<Answer>();
    const { door, connection } = await connect(ONE, () => hanging.promise);
    const urls = { trigger: 'x', responseUrl: 'http://127.0.0.1:9/' };
    await sendCommand(door, { user: 'U1', channel: 'DU1', command: '/doebot', text: 'hoi', ...urls });
    const begin = performance.now();
    await connection.stop();
    expect(performance.now() - begin).toBeLessThan(QUICK.stop + 1_000);
    hanging.resolve(says('Te laat'));
  });

  it('opens forms at once while letters have to wait', async () => {
    const { door, connection } = await connect(ONE, () => onForm(FORM));
    fake.plan('chat.postMessage', { status: 429, headers: { 'retry-after': '20' } });
    const letter = { id: 'b', attempt: 1, tenant: 'T1', address: { user: 'U1' } };
    const sent = connection.send({ ...letter, card: { elements: [{ kind: 'text', text: 'Brief' }] } });
    const waits = expect(sent).rejects.toMatchObject({ retryAfter: 20 });
    const urls = { trigger: fake.trigger('U1'), responseUrl: fake.responseUrl('U1', 'DU1') };
    await sendCommand(door, { user: 'U1', channel: 'DU1', command: '/actie', text: '12', ...urls });
    await waits;
    await expect.poll(() => fake.views.size).toBe(1);
  });

  it('has its acknowledgement within 3 seconds, a letter its three calls within 15, and the end within 5', () => {
    expect(PACE.acknowledge).toBeLessThan(3_000);
    expect(PACE.call * 3).toBeLessThan(15_000);
    expect(PACE.stop).toBeLessThan(5_000 - 900);
  });
});
