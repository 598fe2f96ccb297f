import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GivenFile, Request } from '../../src/chat/platform.ts';
import { isFileAddress } from '../../src/teams/file.ts';
import { ANNA, says } from '../script.ts';
import { activityOf, deliver, mentionOf, messageOf } from './activities.ts';
import { playing } from './script.ts';
import type { TeamsDriver } from './teams-driver.ts';

const BYTES = Buffer.from('nummer;actie\n');
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';

const production = {
  appId: '00000000-0000-0000-0000-000000000000',
  password: 'x',
  tenantId: '00000000-0000-0000-0000-000000000000',
  anonymous: false,
  loginUrl: undefined,
  openIdUrl: undefined,
};

let driver: TeamsDriver;
let requests: Request[];
beforeEach(async () => {
  ({ driver, requests } = await playing(() => says('Proef')));
});
afterEach(() => driver.stop());

const attachment = (downloadUrl: string, name = 'acties.xlsx') => ({
  contentType: DOWNLOAD,
  contentUrl: `https://contoso-my.sharepoint.com/personal/anna/Documents/${name}`,
  name,
  content: { downloadUrl, uniqueId: '1150D938', fileType: 'xlsx' },
});
const send = (text: string, attachments: object[], conversation?: string) => {
  const more = conversation ? mentionOf(text, `28:${driver.fake.config.appId}`) : messageOf(text);
  return deliver(
    driver.door,
    activityOf(driver.door, driver.member(ANNA), { ...more, attachments }, conversation),
  );
};
const given = (): GivenFile => {
  const say = requests[0]?.say;
  if (!say || !('file' in say)) throw new Error('no file was given');
  return say.file;
};

describe('a file in 1:1', () => {
  it('is fetched from where Teams says it is, when it is read', async () => {
    await send('', [attachment(driver.fake.addFile(BYTES))]);
    expect(given().name).toBe('acties.xlsx');
    expect(Buffer.from(await given().read())).toEqual(BYTES);
    expect(driver.fake.posts).toMatchObject([{ message: { summary: 'Proef' } }]);
  });

  it('goes before the words with it; what Teams adds of itself, and a picture, do not', async () => {
    const html = { contentType: 'text/html', content: '<p>Hierbij</p>' };
    await send('Hierbij', [html, attachment('https://contoso.sharepoint.com/x')]);
    expect(given().name).toBe('acties.xlsx');
    requests.length = 0;
    await send('actie 12', [html, { contentType: 'image/*', contentUrl: 'https://smba.example/x' }]);
    expect(requests[0]?.say).toEqual({ text: 'actie 12' });
  });

  it('that is gone is said to be so', async () => {
    await send('', [attachment(`${driver.fake.addFile(BYTES).split('?')[0]}/weg`)]);
    await expect(given().read()).rejects.toThrow(/^Ik kon het bestand niet ophalen/);
  });
});

it('a file with a mention in a channel is let pass: the words are answered', async () => {
  await send('actie 12', [attachment('https://contoso.sharepoint.com/x')], '19:kanaal@thread.tacv2');
  expect(requests[0]?.say).toEqual({ text: 'actie 12' });
});

it.each(['https://contoso.sharepoint.com/a?tempauth=x', 'https://contoso-my.SharePoint.com/personal/anna'])(
  'a file is fetched from %s',
  (url) => expect(isFileAddress(production, url)).toBe(true),
);

it.each([
  'http://contoso.sharepoint.com/a',
  'https://sharepoint.com.evil.example/a',
  'https://evilsharepoint.com/a',
  'https://contoso.sharepoint.com@evil.example/a',
  'https://x:y@contoso.sharepoint.com/a',
  'https://contoso.sharepoint.com:444/a',
  'http://127.0.0.1:8080/a',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  '',
])('a file is not fetched from %s', (url) => {
  expect(isFileAddress(production, url)).toBe(false);
});

it("with Microsoft's local client a file is fetched from this machine only", () => {
  const local = { ...production, anonymous: true };
  expect(isFileAddress(local, 'http://localhost:56150/file')).toBe(true);
  expect(isFileAddress(local, 'https://contoso.sharepoint.com/a')).toBe(false);
});
