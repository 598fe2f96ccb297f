import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GivenFile, Request } from '../../src/chat/platform.ts';
import { says } from '../script.ts';
import { playing } from './script.ts';
import type { SlackDriver } from './slack-driver.ts';
import { sendEvent } from './slack-requests.ts';

const BYTES = Buffer.from('nummer;actie\n');
const NOT_FETCHED = /^Ik kon het bestand niet ophalen/;

let driver: SlackDriver;
let requests: Request[];
beforeEach(async () => {
  ({ driver, requests } = await playing(() => says('Proef')));
});
afterEach(() => driver.stop());

const fileOf = (url: string | undefined, name = 'acties.xlsx') => {
  return { id: 'F1', name, size: BYTES.length, mode: 'hosted', ...(url && { url_private_download: url }) };
};
const share = (files: object[], more: object = {}) =>
  sendEvent(driver.door, {
    type: 'message',
    subtype: 'file_share',
    channel: 'DU1',
    channel_type: 'im',
    user: 'U1',
    text: '',
    ts: '1700000001.000001',
    files,
    ...more,
  });
const given = (): GivenFile => {
  const say = requests[0]?.say;
  if (!say || !('file' in say)) throw new Error('no file was given');
  return say.file;
};

describe('a file in the DM', () => {
  it("is fetched from Slack with the bot's token, when it is read", async () => {
    expect(await share([fileOf(driver.fake.addFile('acties.xlsx', { bytes: BYTES }))])).toMatchObject({
      status: 200,
    });
    expect(given()).toMatchObject({ name: 'acties.xlsx', size: BYTES.length });
    expect(Buffer.from(await given().read())).toEqual(BYTES);
    expect(await driver.next('anna@haarlem.example')).toMatchObject({ text: 'Proef' });
  });

  it('goes before the words with it; a picture does not', async () => {
    await share([fileOf('https://files.slack.com/x', 'foto.png'), fileOf('https://files.slack.com/y')], {
      text: 'Hierbij',
    });
    expect(given().name).toBe('acties.xlsx');
    requests.length = 0;
    await share([fileOf('https://files.slack.com/x', 'foto.png')], { text: 'actie 12' });
    expect(requests[0]?.say).toEqual({ text: 'actie 12' });
  });

  it('that is larger than it says is not read to its end', async () => {
    const bytes = Buffer.alloc(12_000_000);
    await share([fileOf(driver.fake.addFile('groot.xlsx', { bytes }))]);
    expect(await given().read()).toHaveLength(10_000_001);
  });

  it('that the bot may not read is not taken for the page that Slack gives in its place', async () => {
    await share([fileOf(driver.fake.addFile('acties.xlsx', { bytes: BYTES, page: true }))]);
    await expect(given().read()).rejects.toThrow(NOT_FETCHED);
  });

  it.each([
    'http://files.slack.com/files-pri/T1-F1/acties.xlsx',
    'https://files.slack.com.evil.example/acties.xlsx',
    'https://evil.example/acties.xlsx',
    'https://slack.com/acties.xlsx',
    'file:///etc/passwd',
    undefined,
  ])('at %s is not fetched', async (url) => {
    await share([fileOf(url)]);
    await expect(given().read()).rejects.toThrow(NOT_FETCHED);
  });

  it('elsewhere, named at once or by way of Slack, never gets the token', async () => {
    const seen: unknown[] = [];
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end('nummer');
    });
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/acties.xlsx`;
    for (const address of [url, driver.fake.addFile('a.xlsx', { bytes: BYTES, redirect: url })]) {
      requests.length = 0;
      await share([fileOf(address)]);
      await expect(given().read()).rejects.toThrow(NOT_FETCHED);
    }
    await new Promise((done) => elsewhere.close(done));
    expect(seen).toEqual([]);
  });
});

it('a file with a mention in a channel is let pass: the words are answered', async () => {
  await sendEvent(driver.door, {
    type: 'app_mention',
    channel: 'C1',
    user: 'U1',
    text: '<@UBOT> actie 12',
    ts: '1700000001.000001',
    files: [fileOf('https://files.slack.com/x')],
  });
  expect(requests[0]?.say).toEqual({ text: 'actie 12' });
});
