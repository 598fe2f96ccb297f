import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/chat/platform.ts';
import { connectSlack } from '../../src/slack/slack.ts';
import { FORM, LOG, now, onForm, says, scripted } from '../script.ts';
import { type FakeSlack, fakeSlack, INSTALLED } from './fake-slack.ts';
import { commandBody, eventBody, pressPayload } from './slack-requests.ts';

describe('Socket Mode', () => {
  let fake: FakeSlack;
  let connection: Connection;
  const { ask, requests } = scripted(({ say }) =>
    'text' in say && say.text === 'vorm' ? onForm(FORM) : says('Dag'),
  );
  beforeEach(async () => {
    fake = await fakeSlack([{ id: 'U1', team_id: 'T1', name: 'Anna', email: 'anna@haarlem.example' }]);
    requests.length = 0;
    const config = {
      botToken: INSTALLED.token,
      signingSecret: undefined,
      appToken: 'xapp-1',
      apiUrl: fake.apiUrl,
    };
    connection = await connectSlack(config, { ask, now, log: LOG });
  });
  afterEach(async () => {
    await connection.stop();
    expect(fake.sockets.map(({ closed }) => closed)).toEqual([true]);
    await fake.stop();
    expect(fake.violations).toEqual([]);
  });

  const send = async (type: string, payload: object) => {
    const [socket] = fake.sockets;
    if (!socket) throw new Error('no connection');
    const received = socket.received();
    socket.send({ envelope_id: 'E1', type, payload, accepts_response_payload: type !== 'events_api' });
    return received;
  };
  const command = (text: string) => {
    const urls = { trigger: fake.trigger('U1'), responseUrl: fake.responseUrl('U1', 'DU1') };
    const body = commandBody({ user: 'U1', channel: 'DU1', command: '/doebot', text, ...urls });
    return send('slash_commands', Object.fromEntries(new URLSearchParams(body)));
  };

  it('needs no route, and its own token', () => {
    expect(connection.routes).toEqual([]);
    expect(fake.callsOf('apps.connections.open').map(({ token }) => token)).toEqual(['xapp-1']);
    expect(fake.callsOf('auth.test').map(({ token }) => token)).toEqual([INSTALLED.token]);
  });

  it('answers a slash command in its acknowledgement', async () => {
    expect(await command('hoi')).toMatchObject({
      envelope_id: 'E1',
      payload: { response_type: 'ephemeral', text: 'Dag', blocks: [{ type: 'section' }] },
    });
  });

  it('opens a form', async () => {
    expect(await command('vorm')).toEqual({ envelope_id: 'E1', payload: {} });
    await expect.poll(() => fake.views.size).toBe(1);
  });

  it('answers a message in the DM', async () => {
    const event = { type: 'message', channel: 'DU1', channel_type: 'im', user: 'U1', text: 'hoi', ts: '1.0' };
    expect(await send('events_api', eventBody(event))).toEqual({ envelope_id: 'E1', payload: {} });
    await expect.poll(() => fake.posts).toMatchObject([{ text: 'Dag', channel: 'DU1' }]);
  });

  it('answers a button', async () => {
    const urls = { trigger: fake.trigger('U1'), responseUrl: fake.responseUrl('U1', 'DU1') };
    const button = { value: '{"command":"x","input":{}}' };
    const place = { user: 'U1', channel: 'DU1', ts: '1.0', ephemeral: false };
    await send('interactive', pressPayload({ ...place, button, ...urls }));
    await expect.poll(() => fake.posts).toMatchObject([{ text: 'Dag', channel: 'DU1' }]);
    expect(requests).toMatchObject([{ say: { command: 'x' } }]);
  });
});

describe('Slack without a way in', () => {
  it('is not turned on', async () => {
    const fake = await fakeSlack([]);
    const config = {
      botToken: INSTALLED.token,
      signingSecret: undefined,
      appToken: undefined,
      apiUrl: fake.apiUrl,
    };
    const connected = connectSlack(config, { ask, now, log: LOG });
    await expect(connected).rejects.toThrow('Slack needs SLACK_SIGNING_SECRET or SLACK_APP_TOKEN');
    fake.plan('apps.connections.open', { error: 'invalid_auth' });
    const refused = connectSlack({ ...config, appToken: 'xapp-old' }, { ask, now, log: LOG });
    await expect(refused).rejects.toThrow('Slack refuses SLACK_APP_TOKEN (invalid_auth)');
    await fake.stop();
  });
  const { ask } = scripted(() => says('Dag'));
});
