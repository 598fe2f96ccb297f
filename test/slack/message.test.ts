import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/chat/platform.ts';
import { ANNA, FORM, onForm, type Script, says } from '../script.ts';
import { playing, QUICK } from './script.ts';
import { CHANNEL, type Options, type SlackDriver } from './slack-driver.ts';
import { sendEvent } from './slack-requests.ts';

let driver: SlackDriver;
const start = async (script: Script, options: Options = {}) => {
  const playingNow = await playing(script, options);
  driver = playingNow.driver;
  return playingNow;
};
afterEach(() => driver.stop());

const message = (more: object = {}) => ({
  type: 'message',
  channel: 'DU1',
  channel_type: 'im',
  user: 'U1',
  text: 'actie 12',
  ts: '1700000001.000001',
  ...more,
});

describe('a message in the DM', () => {
  it('is answered there, with a message that lasts', async () => {
    const { requests } = await start(() => says('Actie 12 loopt'), { via: 'dm' });
    expect(await driver.say(ANNA, 'actie 12')).toEqual({ text: 'Actie 12 loopt', buttons: [] });
    expect(driver.lastPost(ANNA)).toMatchObject({ channel: 'DU1', ephemeral: false });
    expect(requests).toMatchObject([{ say: { text: 'actie 12' }, tenant: 'T1', account: { id: 'U1' } }]);
    expect(requests[0]?.id).toMatch(/^slack:Ev/);
  });

  it('is read as it was typed', async () => {
    const { requests } = await start(() => says('Dag'), { via: 'dm' });
    await driver.say(ANNA, 'actie 12: A & B <x> "c"');
    expect(requests[0]?.say).toEqual({ text: 'actie 12: A & B <x> "c"' });
  });

  it('is answered in its thread', async () => {
    await start(() => says('Dag'));
    await sendEvent(driver.door, message({ thread_ts: '1700000000.000009' }));
    await driver.next(ANNA);
    expect(driver.lastPost(ANNA).thread).toBe('1700000000.000009');
  });

  it.each([
    ['from a bot', { bot_id: 'B9' }],
    ['of the bot itself', { user: 'UBOT' }],
    ['that was changed', { subtype: 'message_changed', user: undefined }],
    ['that was deleted', { subtype: 'message_deleted', user: undefined }],
    ['in a channel', { channel: 'C1', channel_type: 'channel' }],
  ])('%s is let pass', async (_, more) => {
    const { requests } = await start(() => says('Dag'));
    expect(await sendEvent(driver.door, message(more))).toMatchObject({ status: 200 });
    expect(requests).toEqual([]);
  });

  it('with a file is answered like any other', async () => {
    const { requests } = await start(() => says('Dag'));
    await sendEvent(driver.door, message({ subtype: 'file_share' }));
    expect(requests).toHaveLength(1);
  });

  it('is delivered again when carrying it out failed', async () => {
    let attempts = 0;
    await start(() => {
      attempts += 1;
      if (attempts === 1) throw new Error('no database');
      return says('Gelukt');
    });
    expect(await sendEvent(driver.door, message(), { id: 'Ev1' })).toMatchObject({ status: 500 });
    expect(await sendEvent(driver.door, message(), { id: 'Ev1', retry: 'http_error' })).toMatchObject({
      status: 200,
    });
    expect(await driver.next(ANNA)).toMatchObject({ text: 'Gelukt' });
  });

  it('is acknowledged when it has been carried out, not before and not after the answer is posted', async () => {
    const carriedOut = Promise.withResolvers<Answer>();
    await start(() => carriedOut.promise);
    driver.fake.plan('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    let acknowledged = false;
    const sent = sendEvent(driver.door, message()).then(() => {
      acknowledged = true;
    });
    await sleep(QUICK.acknowledge + 100);
    expect(acknowledged).toBe(false);
    carriedOut.resolve(says('Klaar'));
    await sent;
    expect(driver.fake.posts).toEqual([]);
    expect(await driver.next(ANNA)).toMatchObject({ text: 'Klaar' });
  });

  it('delivered again because the first was slow is answered once', async () => {
    const { requests } = await start(async () => {
      await sleep(200);
      return says('Klaar');
    });
    const first = sendEvent(driver.door, message(), { id: 'Ev1' });
    await sleep(50);
    await sendEvent(driver.door, message(), { id: 'Ev1', retry: 'http_timeout' });
    await first;
    await sendEvent(driver.door, message(), { id: 'Ev1', retry: 'http_timeout' });
    await driver.next(ANNA);
    expect([requests.length, driver.fake.posts.length]).toEqual([1, 1]);
  });

  it('carried out before a restart is not answered again when Slack only thought it slow', async () => {
    const { requests } = await start(() => says('Klaar'));
    requests.push({ id: 'slack:Ev1' } as never);
    await sendEvent(driver.door, message(), { id: 'Ev1', retry: 'http_timeout' });
    await driver.connection.stop();
    expect(driver.fake.posts).toEqual([]);
  });

  it('delivered again after an error is answered again, since the first answer may be lost', async () => {
    const { requests } = await start(() => says('Klaar'));
    requests.push({ id: 'slack:Ev1' } as never);
    await sendEvent(driver.door, message(), { id: 'Ev1', retry: 'http_error' });
    expect(await driver.next(ANNA)).toMatchObject({ text: 'Klaar' });
  });

  it('that asks for a form gets a button that opens it', async () => {
    const { requests } = await start(() => onForm(FORM), { via: 'dm', opensForms: false });
    const seen = await driver.say(ANNA, 'actie 12 bijwerken');
    expect(seen).toEqual({ text: 'Actie 12 bijwerken\nHoe staat het ermee?', buttons: ['Formulier openen'] });
    expect((await driver.press(ANNA, 'Formulier openen')).form?.title).toBe('Actie 12 bijwerken');
    expect(requests.map(({ say }) => say)).toEqual([
      { text: 'actie 12 bijwerken' },
      { text: 'actie 12 bijwerken' },
    ]);
    expect(new Set(requests.map(({ id }) => id)).size).toBe(2);
  });

  it('too long for a button hears how to get the form', async () => {
    await start(() => onForm(FORM), { via: 'dm' });
    const seen = await driver.say(ANNA, `actie 12 bijwerken ${'a'.repeat(2_000)}`);
    expect(seen.text).toContain('Stuur een korter bericht.');
    expect(seen.buttons).toEqual([]);
  });
});

describe('a mention in a channel', () => {
  it('is answered there, for the asker only', async () => {
    const { requests } = await start(() => says('Actie 12 loopt'), { via: 'mention' });
    expect(await driver.say(ANNA, 'actie 12')).toMatchObject({ text: 'Actie 12 loopt' });
    expect(driver.lastPost(ANNA)).toMatchObject({ channel: CHANNEL, ephemeral: true, to: 'U1' });
    expect(requests[0]?.say).toEqual({ text: 'actie 12' });
  });

  it('in a thread is answered in the thread', async () => {
    await start(() => says('Dag'));
    const event = {
      type: 'app_mention',
      channel: 'C1',
      user: 'U1',
      text: '<@UBOT>',
      ts: '2.0',
      thread_ts: '1.0',
    };
    await sendEvent(driver.door, event);
    await driver.next(ANNA);
    expect(driver.lastPost(ANNA)).toMatchObject({ thread: '1.0', ephemeral: true });
  });

  it('without words asks for help', async () => {
    const { requests } = await start(() => says('Dag'), { via: 'mention' });
    await driver.say(ANNA, '');
    expect(requests[0]?.say).toEqual({ text: 'help' });
  });

  it('is answered in the DM when Slack does not take it in the channel', async () => {
    await start(() => says('Dag'), { via: 'mention' });
    driver.fake.plan('chat.postEphemeral', { error: 'user_not_in_channel' });
    await driver.say(ANNA, 'actie 12');
    expect(driver.lastPost(ANNA)).toMatchObject({ channel: 'DU1', ephemeral: false });
  });
});
