import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError, type Letter } from '../../src/chat/platform.ts';
import { ANNA, cardOf, says } from '../script.ts';
import { playing, QUICK } from './script.ts';
import type { SlackDriver } from './slack-driver.ts';

describe('a letter', () => {
  let driver: SlackDriver;
  beforeEach(async () => {
    driver = (await playing(() => says('Gemeld'))).driver;
  });
  afterEach(() => driver.stop());

  const letter = (more: Partial<Letter> = {}): Letter => ({
    id: 'bericht-1',
    attempt: 1,
    tenant: 'T1',
    address: { user: 'U1' },
    card: cardOf('Over een week: RBA', { label: 'Ongewijzigd', command: 'x', input: {} }),
    ...more,
  });
  const send = (more: Partial<Letter> = {}) => driver.connection.send(letter(more));
  const failure = async (more: Partial<Letter> = {}): Promise<DeliveryError> => {
    const error = await send(more).then(
      () => expect.fail('it was delivered'),
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DeliveryError)) throw error;
    return error;
  };

  it('arrives in the DM with the bot', async () => {
    const place = await send();
    expect(await driver.letters(ANNA)).toEqual([{ text: 'Over een week: RBA', buttons: ['Ongewijzigd'] }]);
    expect(place).toEqual({ channel: 'DU1', ts: driver.lastPost(ANNA).ts });
    expect(driver.lastPost(ANNA).metadata).toEqual({
      event_type: 'doebot_bericht',
      event_payload: { id: 'bericht-1' },
    });
  });

  it('has buttons that work', async () => {
    await send();
    expect((await driver.press(ANNA, 'Ongewijzigd')).text).toBe('Gemeld');
  });

  it('has to wait when Slack says so, without holding up anything else', async () => {
    driver.fake.plan('chat.postMessage', { status: 429, headers: { 'retry-after': '30' } });
    expect(await failure()).toMatchObject({ final: false, retryAfter: 30 });
    await send();
    await driver.say(ANNA, 'hallo');
    expect(driver.fake.callsOf('chat.postMessage')).toHaveLength(3);
  });

  it('whose answer was lost is found at the second attempt and not sent again', async () => {
    driver.fake.plan('chat.postMessage', { lost: true });
    expect(await failure()).toMatchObject({ final: false });
    const [posted] = driver.fake.posts;
    expect(await send({ attempt: 2 })).toEqual({ channel: 'DU1', ts: posted?.ts });
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('whose answer was lost can be looked for, without sending', async () => {
    driver.fake.plan('chat.postMessage', { lost: true });
    expect(await failure()).toMatchObject({ doubt: true });
    const [posted] = driver.fake.posts;
    expect(await driver.connection.look?.(letter())).toEqual({ channel: 'DU1', ts: posted?.ts });
    expect(await driver.connection.look?.(letter({ id: 'another' }))).toBeUndefined();
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('that was refused, or had to wait, is in no doubt', async () => {
    driver.fake.plan('chat.postMessage', { error: 'user_not_found' });
    expect(await failure()).toMatchObject({ doubt: false });
    driver.fake.plan('chat.postMessage', { status: 429 });
    expect(await failure()).toMatchObject({ doubt: false, final: false });
    driver.fake.plan('chat.postMessage', { error: 'internal_error' });
    expect(await failure()).toMatchObject({ doubt: true, final: false });
  });

  it('that did not arrive is sent at the second attempt', async () => {
    await send({ id: 'bericht-0' });
    driver.fake.plan('chat.postMessage', { status: 503 });
    expect(await failure()).toMatchObject({ final: false });
    await send({ attempt: 2 });
    expect(driver.fake.posts).toHaveLength(2);
  });

  it('is given up on time when Slack does not answer', async () => {
    driver.fake.plan('chat.postMessage', { hangs: true });
    const begin = Date.now();
    expect(await failure()).toMatchObject({ final: false, retryAfter: undefined });
    expect(Date.now() - begin).toBeLessThan(QUICK.call + 1_000);
  });

  it.each([
    ['user_not_found', true],
    ['channel_not_found', true],
    ['cannot_dm_bot', true],
    ['is_bot', true],
    ['invalid_blocks', true],
    ['account_inactive', false],
    ['invalid_auth', false],
    ['token_revoked', false],
    ['messages_tab_disabled', false],
    ['internal_error', false],
  ])('that Slack refuses with %s is final: %s', async (error, final) => {
    driver.fake.plan('chat.postMessage', { error });
    expect(await failure()).toMatchObject({ final, retryAfter: undefined });
  });

  it('that Slack refuses as rate limited in words may be sent later', async () => {
    driver.fake.plan('chat.postMessage', { error: 'ratelimited' });
    expect(await failure()).toMatchObject({ final: false, retryAfter: 1 });
  });

  it('for another workspace or without an address is not sent', async () => {
    expect(await failure({ tenant: 'T2' })).toMatchObject({ final: true });
    expect(await failure({ address: { email: 'x' } })).toMatchObject({ final: true });
    expect(driver.fake.callsOf('chat.postMessage')).toEqual([]);
  });

  it('that cannot be shown is final', async () => {
    const card = cardOf('x', { label: 'Te veel', command: 'x', input: { tekst: 'a'.repeat(2_000) } });
    expect(await failure({ card })).toMatchObject({ final: true });
  });
});
