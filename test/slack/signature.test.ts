import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { says } from '../script.ts';
import { playing } from './script.ts';
import type { SlackDriver } from './slack-driver.ts';
import { commandBody, FORM, JSON_TYPE, post, signatureOf } from './slack-requests.ts';

const NOW = Temporal.Instant.from('2026-12-01T09:00:00Z');
const SECONDS = NOW.epochMilliseconds / 1000;

describe('a request to the bot', () => {
  let driver: SlackDriver;
  let asked: unknown[];
  let clock = NOW;
  beforeAll(async () => {
    const { driver: playingDriver, requests } = await playing(() => says('Dag'), { now: () => clock });
    driver = playingDriver;
    asked = requests;
  });
  afterAll(() => driver.stop());

  const body = () =>
    commandBody({
      user: 'U1',
      channel: 'D1',
      command: '/doebot',
      text: '',
      trigger: 't',
      responseUrl: 'http://x',
    });
  const send = async (headers: Record<string, string | undefined> = {}, text = body()) => {
    asked.length = 0;
    const { status } = await post(driver.door, FORM, text, headers);
    return { status, asked: asked.length };
  };
  const at = (seconds: number) => send({ 'x-slack-request-timestamp': String(seconds) });
  const refused = { status: 401, asked: 0 };

  it('is answered when it is signed', async () => {
    expect(await send()).toEqual({ status: 200, asked: 1 });
  });

  it('is refused when its body was changed after signing', async () => {
    const signature = signatureOf(body(), SECONDS, driver.door.signingSecret);
    expect(await send({ 'x-slack-signature': signature }, `${body()}&text=x`)).toEqual(refused);
  });

  it('is refused when it is signed with another secret', async () => {
    expect(await send({ 'x-slack-signature': signatureOf(body(), SECONDS, 'another') })).toEqual(refused);
  });

  it.each(['v0=', 'v1=abc', 'abc', 'v0=é'])('is refused with the signature %s', async (signature) => {
    expect(await send({ 'x-slack-signature': encodeURI(signature) })).toEqual(refused);
  });

  it('is refused without a signature or without a timestamp', async () => {
    expect(await send({ 'x-slack-signature': undefined })).toEqual(refused);
    expect(await post(driver.door, FORM, body(), {}).then(({ status }) => status)).toBe(200);
    const response = await fetch(driver.door.url, { method: 'POST', body: body() });
    expect(response.status).toBe(401);
  });

  it('is answered up to five minutes from now, before or after', async () => {
    expect(await at(SECONDS - 300)).toEqual({ status: 200, asked: 1 });
    expect(await at(SECONDS + 300)).toEqual({ status: 200, asked: 1 });
  });

  it('is refused when it is signed for 301 seconds ago, or for the future', async () => {
    expect(await at(SECONDS - 301)).toEqual(refused);
    expect(await at(SECONDS + 301)).toEqual(refused);
    expect(await at(SECONDS + 10 * 365 * 86_400)).toEqual(refused);
    expect(await send({ 'x-slack-request-timestamp': 'soon' })).toEqual(refused);
  });

  it('is refused when it is sent again, just as it was, six minutes later', async () => {
    const timestamp = String(SECONDS);
    const signature = signatureOf(body(), timestamp, driver.door.signingSecret);
    const again = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
    expect(await send(again)).toEqual({ status: 200, asked: 1 });
    clock = NOW.add({ minutes: 6 });
    expect(await send(again)).toEqual(refused);
    clock = NOW;
  });

  it('is read when a proxy added a charset', async () => {
    expect(await send({ 'content-type': `${FORM}; charset=utf-8` })).toEqual({ status: 200, asked: 1 });
  });

  it('gets the challenge back when Slack verifies the address', async () => {
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' });
    expect(await post(driver.door, JSON_TYPE, challenge)).toEqual({
      status: 200,
      body: { challenge: 'abc' },
    });
  });

  it('is refused when it is no POST, or far too large', async () => {
    expect((await fetch(driver.door.url)).status).toBe(405);
    expect(await send({}, 'x'.repeat(1_000_001))).toEqual({ status: 413, asked: 0 });
  });
});
