import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, Request } from '../../src/chat/platform.ts';
import { ANNA, FORM, onForm, says } from '../script.ts';
import { playing } from './script.ts';
import type { SlackDriver } from './slack-driver.ts';
import { sendInteraction } from './slack-requests.ts';

let driver: SlackDriver;
let requests: Request[];
afterEach(() => driver.stop());

async function start(answer: Answer): Promise<void> {
  const playingNow = await playing(() => answer);
  driver = playingNow.driver;
  requests = playingNow.requests;
}

/** Anna chooses the shortcut beside a message. */
async function choose(message: object, channel = 'C1') {
  const urls = {
    trigger_id: driver.fake.trigger('U1'),
    response_url: driver.fake.responseUrl('U1', channel),
  };
  return sendInteraction(driver.door, {
    type: 'message_action',
    callback_id: 'update_van_bericht',
    token: 'old-verification-token',
    team: { id: 'T1', domain: 'regio' },
    user: { id: 'U1', username: 'anna', team_id: 'T1' },
    channel: { id: channel, name: 'algemeen' },
    is_enterprise_install: false,
    enterprise: null,
    action_ts: '1700000001.000001',
    message_ts: '1700000000.000100',
    message: { type: 'message', user: 'U2', ts: '1700000000.000100', ...message },
    ...urls,
  });
}

describe('the shortcut beside a message', () => {
  it('opens a form with its text and where it stands', async () => {
    await start(onForm(FORM));
    expect(await choose({ text: 'Convenant &amp; plan <https://haarlem.nl|getekend>' })).toEqual({
      status: 200,
      body: undefined,
    });
    expect((await driver.next(ANNA)).form?.title).toBe('Actie 12 bijwerken');
    expect(requests[0]?.say).toEqual({
      command: 'citaat.formulier',
      input: {
        tekst: 'Convenant & plan getekend (https://haarlem.nl)',
        link: 'https://regio.slack.com/archives/C1/p1700000000000100',
      },
    });
  });

  it('opens it without a link where the bot does not see the message', async () => {
    await start(onForm(FORM));
    await choose({ text: 'Convenant getekend' }, 'G9');
    expect((await driver.next(ANNA)).form?.title).toBe('Actie 12 bijwerken');
    expect(requests[0]?.say).toMatchObject({ input: { link: '' } });
  });

  it('of a message without words is answered too', async () => {
    await start(onForm(FORM));
    await choose({});
    expect((await driver.next(ANNA)).form?.title).toBe('Actie 12 bijwerken');
    expect(requests[0]?.say).toMatchObject({ input: { tekst: '' } });
  });

  it('is answered to who chose it alone', async () => {
    await start(says('Wij kennen elkaar nog niet.'));
    await choose({ text: 'Convenant getekend' });
    expect((await driver.next(ANNA)).text).toBe('Wij kennen elkaar nog niet.');
    expect(driver.lastPost(ANNA)).toMatchObject({ ephemeral: true, channel: 'C1' });
  });
});
