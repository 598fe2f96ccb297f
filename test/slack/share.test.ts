// A little over 200 lines: who may share and what is shared are the two sides of one press.
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SHARE } from '../../src/chat/share.ts';
import { install } from '../../src/regio/install.ts';
import { connectSlack } from '../../src/slack/slack.ts';
import { ANNA, cardOf, says } from '../script.ts';
import { talkOn, UWV } from '../talk.ts';
import { acknowledge } from './fake-workspace.ts';
import { playing } from './script.ts';
import { buttonsIn, labelOf, seenOf } from './seen.ts';
import { CHANNEL, type SlackDriver, slackDriver } from './slack-driver.ts';
import { buttonFor } from './slack-person.ts';
import { pressPayload, sendCommand, sendEvent, sendInteraction } from './slack-requests.ts';

const LABEL = 'Deel in dit kanaal';

/** What everybody in the channel sees. */
const inPublic = ({ fake }: SlackDriver) => fake.posts.filter(({ to }) => to === undefined);

/** Presses the button on the last card; the same time is the same press, delivered again. */
async function press(
  driver: SlackDriver,
  email: string,
  actionTs: string,
  { url, label = LABEL }: { url?: string; label?: string } = {},
): Promise<void> {
  const { fake, door } = driver;
  const { post, button } = buttonFor(driver.person(email), label);
  const { channel, ts, ephemeral, thread } = post;
  const urls = { trigger: fake.trigger('U1'), responseUrl: url ?? fake.responseUrl('U1', channel, post) };
  const fields = { user: 'U1', channel, ts, ephemeral, thread, button, actionTs, ...urls };
  expect(await sendInteraction(door, pressPayload(fields))).toMatchObject({ status: 200 });
}

const nextPost = (driver: SlackDriver) =>
  new Promise((resolve) => {
    driver.fake.events.once('post', resolve);
  });

describe('sharing an answer, with all of Doebot', () => {
  let stop: () => Promise<void>;
  afterEach(() => stop());
  const start = async () => {
    const talk = await talkOn('postgres');
    await install(talk.db, 'slack', 'T1');
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    const people = [{ email: UWV, name: 'Trekker UWV' }];
    const options = { via: 'mention', now: talk.clock.now } as const;
    const driver = await slackDriver((config) => connectSlack(config, deps), people, options);
    stop = async () => {
      await driver.stop();
      await talk.close();
    };
    return driver;
  };

  it('shows it to everybody, once, and leaves the private card', async () => {
    const driver = await start();
    expect((await driver.say(UWV, 'actie 4')).buttons).toEqual(['Bijwerken', 'Ongewijzigd', LABEL]);
    expect(inPublic(driver)).toEqual([]);
    const mine = driver.lastPost(UWV);
    const arrives = nextPost(driver);
    await press(driver, UWV, '1.1');
    await arrives;
    expect(inPublic(driver)).toMatchObject([{ channel: CHANNEL, ephemeral: false }]);
    const { text, buttons } = seenOf(inPublic(driver)[0]?.blocks ?? []);
    expect(buttons).toEqual([]);
    expect(text).toContain('#4 Intensieve samenwerking');
    expect(text).toContain('Stand van 23 november 2026, 09:00 uur\nGedeeld door Trekker UWV (UWV)');
    expect(mine).toMatchObject({ replaced: 0, ephemeral: true, to: 'U1' });

    for (const actionTs of ['1.2', '1.1']) {
      driver.person(UWV).last = mine;
      await press(driver, UWV, actionTs);
      expect((await driver.next(UWV)).text).toContain('Dit antwoord is al gedeeld in dit kanaal.');
      expect(driver.lastPost(UWV)).toMatchObject({ ephemeral: true, to: 'U1' });
    }
    expect(inPublic(driver)).toHaveLength(1);
  });

  it('is offered under a slash command in a channel or group, of which the answer stays private', async () => {
    const driver = await start();
    const { fake, door } = driver;
    const buttonsOfAnswer = async (channel: string) => {
      const urls = { trigger: fake.trigger('U1'), responseUrl: fake.responseUrl('U1', channel) };
      const { body } = await sendCommand(door, {
        user: 'U1',
        channel,
        command: '/actie',
        text: '4',
        ...urls,
      });
      expect(body).toMatchObject({ response_type: 'ephemeral' });
      acknowledge(fake.workspace, 'U1', channel, body ?? {});
      return buttonsIn(driver.lastPost(UWV).blocks).map(labelOf);
    };
    expect(await buttonsOfAnswer('C7')).toEqual(['Bijwerken', 'Ongewijzigd', LABEL]);
    expect(await buttonsOfAnswer('G7')).toEqual(['Bijwerken', 'Ongewijzigd', LABEL]);
    expect(await buttonsOfAnswer('DU1')).toEqual(['Bijwerken', 'Ongewijzigd']);
  });

  it('is refused in the DM, where a press can only be forged', async () => {
    const driver = await start();
    await driver.say(UWV, 'actie 4');
    driver.lastPost(UWV).channel = 'DU1';
    await driver.press(UWV, LABEL);
    expect(driver.lastPost(UWV).text).toContain('Delen kan alleen in een kanaal of een groep');
    expect(inPublic(driver)).toEqual([]);
  });
});

describe('what is shared', () => {
  const BUTTON = { label: LABEL, command: SHARE, input: { command: 'x', input: {} } };
  let driver: SlackDriver;
  afterEach(() => driver.stop());
  /** Anna has a card in the channel that only she sees; pressing its button gives something to share. */
  const start = async () => {
    const playingNow = await playing(
      ({ say }) =>
        'text' in say ? says('Actie 4', BUTTON) : { kind: 'shared', card: cardOf('Gedeeld door Anna') },
      { via: 'mention' },
    );
    driver = playingNow.driver;
    return playingNow.requests;
  };

  it('was asked where others read: the channel and the card are in the request', async () => {
    const requests = await start();
    await driver.say(ANNA, 'actie 4');
    const { ts } = driver.lastPost(ANNA);
    const arrives = nextPost(driver);
    await press(driver, ANNA, '1.1');
    await arrives;
    const address = { channel: CHANNEL };
    expect(requests.map(({ channel }) => channel)).toEqual([
      { id: CHANNEL, address },
      { id: CHANNEL, name: 'algemeen', address, message: ts },
    ]);
  });

  it('stands in the thread where it was asked', async () => {
    await start();
    const asks = {
      type: 'app_mention',
      channel: CHANNEL,
      user: 'U1',
      text: '<@UBOT> actie 4',
      thread_ts: '9.9',
    };
    await sendEvent(driver.door, asks);
    await driver.next(ANNA);
    const arrives = nextPost(driver);
    await press(driver, ANNA, '1.1');
    await arrives;
    expect(inPublic(driver)).toMatchObject([{ channel: CHANNEL, thread: '9.9' }]);
  });

  it('is posted by the bot when the press can no longer be answered', async () => {
    await start();
    await driver.say(ANNA, 'actie 4');
    const arrives = nextPost(driver);
    await press(driver, ANNA, '1.1', { url: driver.fake.expiredUrl });
    await arrives;
    expect(inPublic(driver)).toMatchObject([{ channel: CHANNEL, text: 'Gedeeld door Anna' }]);
  });

  it('that the bot may not post is told to who shared it, who can try again', async () => {
    const requests = await start();
    await driver.say(ANNA, 'actie 4');
    driver.fake.plan('chat.postMessage', { error: 'not_in_channel' });
    await press(driver, ANNA, '1.1', { url: driver.fake.expiredUrl });
    const told = await driver.next(ANNA);
    expect(told.text).toContain('Het delen is niet gelukt');
    expect(driver.lastPost(ANNA)).toMatchObject({ to: 'U1', channel: 'DU1' });
    expect(inPublic(driver)).toEqual([]);
    driver.lastPost(ANNA).channel = CHANNEL;
    const arrives = nextPost(driver);
    await press(driver, ANNA, '1.2', { label: 'Opnieuw proberen' });
    await arrives;
    expect(inPublic(driver)).toHaveLength(1);
    expect(requests[2]?.say).toEqual(requests[1]?.say);
    expect(requests[2]?.channel?.message).not.toBe(requests[1]?.channel?.message);
  });

  it('is not posted a second time when Slack does not say whether it arrived', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await start();
    await driver.say(ANNA, 'actie 4');
    await press(driver, ANNA, '1.1', { url: `http://127.0.0.1:${port}/` });
    expect((await driver.next(ANNA)).text).toContain('Kijk eerst of het antwoord al in het kanaal staat.');
    expect(inPublic(driver)).toEqual([]);
    silent.close();
  });

  it('cannot be shared from the DM, when the answer could only come there', async () => {
    await start();
    driver.fake.plan('chat.postEphemeral', { error: 'user_not_in_channel' });
    await driver.say(ANNA, 'actie 4');
    expect(driver.lastPost(ANNA)).toMatchObject({ channel: 'DU1', ephemeral: false });
    expect(seenOf(driver.lastPost(ANNA).blocks).buttons).toEqual([]);
  });
});
