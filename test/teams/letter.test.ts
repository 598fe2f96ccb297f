import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError, type Letter } from '../../src/chat/platform.ts';
import { ANNA, cardOf, says } from '../script.ts';
import { personalOf } from './fake-teams.ts';
import { playing } from './script.ts';
import type { TeamsDriver } from './teams-driver.ts';

describe('a letter', () => {
  let driver: TeamsDriver;
  beforeEach(async () => {
    driver = (await playing(() => says('Gemeld'))).driver;
  });
  afterEach(() => driver.stop());

  const address = (more: object = {}) => {
    const { id: user, aadObjectId: aad } = driver.member(ANNA);
    const { tenantId: tenant } = driver.fake.config;
    return { serviceUrl: driver.fake.serviceUrl, tenant, user, aad, ...more };
  };
  const known = () => ({ conversation: personalOf(driver.member(ANNA).id) });
  const send = (more: Partial<Letter> = {}) =>
    driver.connection.send({
      id: 'bericht-1',
      attempt: 1,
      tenant: driver.fake.config.tenantId,
      address: address(known()),
      card: cardOf('Over een week: RBA', { label: 'Ongewijzigd', command: 'x', input: {} }),
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
  const plan = (status: number, code = 'X', retryAfter?: number) =>
    driver.fake.plan({
      method: 'POST',
      path: /activities$/,
      status,
      code,
      ...(retryAfter !== undefined && { retryAfter }),
    });

  it('arrives in 1:1, and gives where it stands', async () => {
    const place = await send();
    expect(place).toEqual({ ...known(), activity: driver.fake.posts[0]?.id });
    expect(await driver.letters(ANNA)).toEqual([{ text: 'Over een week: RBA', buttons: ['Ongewijzigd'] }]);
  });

  it('has buttons that work', async () => {
    await send();
    expect((await driver.press(ANNA, 'Ongewijzigd')).text).toBe('Gemeld');
  });

  it('to somebody who was met in a channel opens the conversation', async () => {
    expect(await send({ address: address() })).toMatchObject(known());
    const { appId, tenantId } = driver.fake.config;
    expect(driver.fake.calls[0]).toMatchObject({
      path: '/teams/v3/conversations',
      body: {
        isGroup: false,
        bot: { id: `28:${appId}` },
        members: [{ id: driver.member(ANNA).id }],
        tenantId,
      },
    });
  });

  it('goes to where Teams last said it is', async () => {
    await send({ address: address({ ...known(), serviceUrl: driver.fake.newServiceUrl }) });
    expect(driver.fake.calls[0]?.path).toMatch(/^\/emea\/v3\//);
  });

  it('has to wait as long as Teams says', async () => {
    plan(429, 'TooManyRequests', 30);
    expect(await failure()).toMatchObject({ final: false, retryAfter: 30 });
  });

  it.each([429, 412, 500, 502, 504])('is worth another attempt after a %i', async (status) => {
    plan(status);
    expect(await failure()).toMatchObject({ final: false, retryAfter: undefined });
    await send();
    expect(driver.fake.posts).toHaveLength(1);
  });

  it.each([
    [403, 'ConversationBlockedByUser'],
    [403, 'BotNotInConversationRoster'],
    [403, 'BotDisabledByAdmin'],
    [404, 'ConversationNotFound'],
    [400, 'BadArgument'],
  ])('never arrives after a %i %s', async (status, code) => {
    plan(status, code);
    expect(await failure()).toMatchObject({ final: true, message: expect.stringContaining(code) });
  });

  it('is worth another attempt when Teams does not answer, but may have arrived', async () => {
    driver.fake.plan({ method: 'POST', path: /activities$/, hang: true });
    expect(await failure()).toMatchObject({ final: false, doubt: true });
  });

  it.each([
    [429, false],
    [412, false],
    [403, false],
    [502, true],
    [504, true],
  ])('is after a %i in doubt: %s', async (status, doubt) => {
    plan(status);
    expect(await failure()).toMatchObject({ doubt });
  });

  it('waits a part of a second where Teams says so', async () => {
    plan(429, 'TooManyRequests', 0.5);
    expect(await failure()).toMatchObject({ retryAfter: 0.5 });
  });

  it('can be looked at beforehand, whether it can be sent', async () => {
    const check = (to: object) => driver.connection.check?.(driver.fake.config.tenantId, to as never);
    expect(await check(address(known()))).toBeUndefined();
    expect(await check(address())).toBeUndefined();
    expect(await check(address({ user: 'nobody', conversation: 'a:nobody' }))).toBe('bot_ontbreekt');
    expect(await check(address({ user: 'nobody' }))).toBe('bot_ontbreekt');
    expect(await check({})).toBe('gesloten');
    driver.fake.plan({ method: 'GET', path: /members/, status: 503 });
    await expect(check(address(known()))).rejects.toThrow('503');
    expect(driver.fake.posts).toEqual([]);
  });

  it('is worth another attempt when Teams cannot be reached', async () => {
    const serviceUrl = 'http://127.0.0.1:1/';
    expect(await failure({ address: address({ ...known(), serviceUrl }) })).toMatchObject({ final: false });
  });

  it.each([
    ['that is none', { user: 'x' }],
    ['outside Teams', { serviceUrl: 'https://evil.example/' }],
    ['in another tenant', { tenant: 'another' }],
  ])('to an address %s is not sent', async (_, more) => {
    const to = 'user' in more ? more : address({ ...known(), ...more });
    expect(await failure({ address: to })).toMatchObject({ final: true });
    expect(driver.fake.calls).toEqual([]);
  });

  it('needs one token for many', async () => {
    await send();
    await send();
    expect(driver.fake.counts.tokens).toBe(1);
  });
});

it('nobody is found by e-mail address, and only the own tenant is written to', async () => {
  const { driver } = await playing(() => says('Hallo'));
  expect(driver.connection.tenants).toEqual([driver.fake.config.tenantId]);
  expect(driver.connection.find).toBeUndefined();
  await driver.stop();
});
