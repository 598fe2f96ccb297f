import { randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../src/chat/platform.ts';
import { connectTeams } from '../../src/teams/teams.ts';
import { mount } from '../mount.ts';
import { ANNA, LOG, now, type Script, says, scripted } from '../script.ts';
import { type Activity, activityOf, deliver, deliverRaw, messageOf } from './activities.ts';
import { playing } from './script.ts';
import type { TeamsDriver } from './teams-driver.ts';
import type { TokenOptions } from './tokens.ts';

let driver: TeamsDriver;
let requests: Request[];
const message = (more: Activity = {}) =>
  activityOf(driver.door, driver.member(ANNA), { ...messageOf('acties'), ...more });

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {}); // the SDK writes every bad token there
  const playingNow = await playing(() => says('Hallo'));
  driver = playingNow.driver;
  requests = playingNow.requests;
});
afterEach(() => void requests.splice(0));
afterAll(() => driver.stop());

describe('an activity', () => {
  it('with a token of Microsoft is answered', async () => {
    expect(await deliver(driver.door, message())).toEqual({ status: 200, body: undefined });
    expect(requests).toHaveLength(1);
  });

  const tokens: [string, TokenOptions][] = [
    ['without a signature', { key: 'none' }],
    ['signed with the published key as a secret (HS256)', { key: 'shared-secret' }],
    ["signed with somebody else's key", { key: 'rogue' }],
    ['signed with a key for other channels than Teams', { key: 'for-other-channels' }],
    ['that has expired', { expires: -600 }],
    ['that is not valid yet', { notBefore: 600 }],
    ['for another bot', { claims: { aud: randomUUID() } }],
    ['of another issuer', { claims: { iss: 'https://login.example' } }],
    [
      "for the SDK's emulator",
      { claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } },
    ],
    ['for another address to answer to', { claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } }],
  ];
  it.each(tokens)('with a token %s is refused', async (_, token) => {
    expect(await deliver(driver.door, message(), token)).toMatchObject({ status: 401 });
    expect(requests).toEqual([]);
  });

  it("with a token of a key that is for the emulator's app of this very bot is refused", async () => {
    const claims = { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0' };
    const token = { claims: { ...claims, appid: driver.fake.config.appId } };
    expect(await deliver(driver.door, message(), token)).toMatchObject({ status: 401 });
    expect(requests).toEqual([]);
  });

  const headers: [string, Record<string, string>][] = [
    ['no token', {}],
    ['an empty token', { authorization: 'Bearer ' }],
    ['a token that is none', { authorization: 'Bearer x.y.z' }],
    ['a password', { authorization: 'Basic YTpi' }],
  ];
  it.each(headers)('with %s is refused', async (_, header) => {
    expect(await deliverRaw(driver.door.url, JSON.stringify(message()), header)).toMatchObject({
      status: 401,
    });
    expect(requests).toEqual([]);
  });

  const addresses = ['https://evil.example/', 'https://smba.trafficmanager.net.evil.example/', 'nonsense'];
  it.each(addresses)('to be answered at %s is refused, whatever its token', async (serviceUrl) => {
    expect(await deliver(driver.door, message({ serviceUrl }))).toMatchObject({ status: 403 });
    expect(requests).toEqual([]);
  });

  const bodies: [number, string, string][] = [
    [400, 'that is not JSON', '{'],
    [400, 'that is not an object', '"message"'],
    [400, 'that is empty', ''],
    [400, 'without an address to answer to', '{"type":"message","channelId":"msteams"}'],
    [
      400,
      'of another channel',
      '{"type":"message","channelId":"AseChannel","serviceUrl":"http://127.0.0.1/"}',
    ],
    [413, 'of more than a megabyte', JSON.stringify({ type: 'message', text: 'a'.repeat(1_000_001) })],
  ];
  it.each(bodies)('gets %i when it has a body %s', async (status, _, body) => {
    expect(await deliverRaw(driver.door.url, body)).toMatchObject({ status });
    expect(requests).toEqual([]);
  });

  it('is posted, nothing else', async () => {
    expect((await fetch(driver.door.url)).status).toBe(405);
  });

  it('of a kind that asks nothing is accepted in silence', async () => {
    for (const type of ['messageReaction', 'conversationUpdate', 'typing']) {
      expect(await deliver(driver.door, message({ type, text: undefined }))).toMatchObject({ status: 200 });
    }
    expect(await deliver(driver.door, message({ from: undefined }))).toMatchObject({ status: 200 });
    expect(requests).toEqual([]);
  });

  it('that invokes what the bot does not have is told so', async () => {
    const invoke = message({ type: 'invoke', name: 'composeExtension/query', value: {} });
    expect(await deliver(driver.door, invoke)).toMatchObject({ status: 501 });
  });

  it('of another tenant is asked as such, and answered where it came from', async () => {
    const tenant = randomUUID();
    await deliver(driver.door, message({ channelData: { tenant: { id: tenant } } }));
    expect(requests).toMatchObject([{ tenant, account: { address: { tenant } } }]);
    expect(driver.fake.calls.at(-1)?.path).toContain(`/teams/v3/conversations/a:${driver.member(ANNA).id}/`);
  });
});

describe("Microsoft's local client", () => {
  /** The bot with a Microsoft that sends no tokens. */
  async function anonymous(script: Script = () => says('Hallo')) {
    const { ask, requests } = scripted(script);
    const config = { ...driver.fake.config, anonymous: true, loginUrl: undefined, openIdUrl: undefined };
    const connection = await connectTeams(config, { ask, now, log: LOG });
    const { url, close } = await mount(connection);
    return { url: `${url}/api/messages`, requests, tenant: config.tenantId, close };
  }

  it('needs no token when the bot is set up for it, and belongs to its tenant', async () => {
    const bot = await anonymous();
    const body = JSON.stringify(message({ channelData: { tenant: { id: 'made-up' } } }));
    expect(await deliverRaw(bot.url, body)).toMatchObject({ status: 200 });
    expect(bot.requests).toMatchObject([
      { tenant: bot.tenant, account: { address: { tenant: bot.tenant } } },
    ]);
    // The answer went without a token, which only Teams itself minds.
    expect(driver.fake.violations.splice(0)).toEqual([expect.stringContaining("without the bot's token")]);
    await bot.close();
  });

  it('sees nothing but the answer, also when that takes long', async () => {
    const bot = await anonymous(async () => {
      await pause(1_300); // the SDK would say "typing" after a second, in a channel to everyone
      return says('Eindelijk');
    });
    const before = driver.fake.calls.length;
    await deliverRaw(bot.url, JSON.stringify(message()));
    const types = driver.fake.calls.slice(before).map(({ body }) => (body as { type?: string }).type);
    expect(types).toEqual(['message']);
    driver.fake.violations.splice(0);
    await bot.close();
  });

  it('is not let in from another machine', async () => {
    const config = { ...driver.fake.config, anonymous: true };
    const connection = await connectTeams(config, { ...scripted(() => says('Hallo')), now, log: LOG });
    for (const [remoteAddress, status] of [
      ['192.0.2.7', 403],
      ['::ffff:192.0.2.7', 403],
      ['::ffff:127.0.0.1', 400],
      ['::1', 400],
    ] as const) {
      const server = createServer((request, response) => {
        Object.defineProperty(request.socket, 'remoteAddress', { value: remoteAddress });
        connection.routes[0]?.listener(request, response);
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as AddressInfo;
      expect(await deliverRaw(`http://127.0.0.1:${port}/api/messages`, '')).toMatchObject({ status });
      server.closeAllConnections();
      server.close();
    }
  });

  it('cannot have answers sent to another machine', async () => {
    const bot = await anonymous();
    for (const serviceUrl of ['http://192.0.2.1/', 'https://smba.trafficmanager.net/emea/']) {
      expect(await deliverRaw(bot.url, JSON.stringify(message({ serviceUrl })))).toMatchObject({
        status: 403,
      });
    }
    expect(bot.requests).toEqual([]);
    await bot.close();
  });
});

it('a request that breaks off does no harm', async () => {
  const half = request(driver.door.url, { method: 'POST', headers: { 'content-length': '100' } });
  half.on('error', () => {});
  half.write('{"type"');
  await pause(50);
  half.destroy();
  expect(await deliver(driver.door, message())).toMatchObject({ status: 200 });
});
