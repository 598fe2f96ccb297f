import { afterEach, describe, expect, it } from 'vitest';
import type { Button } from '../../src/chat/card.ts';
import type { Answer } from '../../src/chat/platform.ts';
import { ANNA, cardOf, FORM, onCard, onForm, type Script, says } from '../script.ts';
import { addPost } from './fake-workspace.ts';
import { playing } from './script.ts';
import type { Options, SlackDriver, Via } from './slack-driver.ts';
import { pressPayload, sendInteraction } from './slack-requests.ts';

const MELD: Button = { label: 'Ongewijzigd melden', command: 'update.ongewijzigd', input: { nummer: 12 } };

describe('a button', () => {
  let driver: SlackDriver;
  afterEach(() => driver.stop());
  /** Anna asks for an actie and gets a card with a button; pressing it asks the script. */
  const start = async (script: Script, via: Via = 'slash', options: Options = {}) => {
    const playingNow = await playing(
      (request) => ('text' in request.say ? onCard(cardOf('Actie 12', MELD)) : script(request)),
      { via, ...options },
    );
    driver = playingNow.driver;
    await driver.say(ANNA, 'actie 12');
    return playingNow;
  };
  const press = (more: object = {}) => {
    const { channel, ts, ephemeral } = driver.lastPost(ANNA);
    const responseUrl = driver.fake.responseUrl('U1', channel, driver.lastPost(ANNA));
    const button = { type: 'button', action_id: 'ask:1', value: JSON.stringify({ command: 'x', input: {} }) };
    const trigger = driver.fake.trigger('U1');
    const fields = { user: 'U1', channel, ts, ephemeral, button, trigger, responseUrl, ...more };
    return sendInteraction(driver.door, pressPayload(fields));
  };

  it('asks what it carries, as the person who presses', async () => {
    const { requests } = await start(() => says('Gemeld'));
    expect(await driver.press(ANNA, 'Ongewijzigd melden')).toMatchObject({ text: 'Gemeld' });
    expect(requests[1]).toMatchObject({
      say: { command: 'update.ongewijzigd', input: { nummer: 12 } },
      account: { id: 'U1' },
      tenant: 'T1',
    });
  });

  it.each<Via>(['slash', 'dm', 'mention'])('on a message (%s) is answered in its place', async (via) => {
    await start(() => onCard(cardOf('Gemeld'), true), via);
    const before = driver.lastPost(ANNA);
    await driver.press(ANNA, 'Ongewijzigd melden');
    expect(driver.lastPost(ANNA)).toBe(before);
    expect(before).toMatchObject({ text: 'Gemeld', replaced: 1 });
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('on a message that only the asker sees is answered with another such message', async () => {
    await start(() => says('Gemeld'), 'mention');
    await driver.press(ANNA, 'Ongewijzigd melden');
    expect(driver.fake.posts).toMatchObject([
      { text: 'Actie 12\n[Ongewijzigd melden]', replaced: 0 },
      { text: 'Gemeld', ephemeral: true, to: 'U1', channel: 'C1' },
    ]);
  });

  it('on a message in the DM is answered with a message that lasts', async () => {
    await start(() => says('Gemeld'), 'dm');
    await driver.press(ANNA, 'Ongewijzigd melden');
    expect(driver.lastPost(ANNA)).toMatchObject({ text: 'Gemeld', ephemeral: false, channel: 'DU1' });
  });

  it('on a message that others see too never replaces it', async () => {
    await start(() => onCard(cardOf('Gemeld'), true));
    const shared = addPost(driver.fake.workspace, {
      ...driver.lastPost(ANNA),
      channel: 'C1',
      to: undefined,
      ephemeral: false,
    });
    const responseUrl = driver.fake.responseUrl('U1', 'C1', shared);
    await press({ channel: 'C1', ts: shared.ts, ephemeral: false, responseUrl });
    await driver.next(ANNA);
    expect(shared.replaced).toBe(0);
    expect(driver.lastPost(ANNA)).toMatchObject({ text: 'Gemeld', ephemeral: true, to: 'U1' });
  });

  it('is one request, however often the press is delivered', async () => {
    const { requests } = await start(() => onCard(cardOf('Gemeld'), true));
    await press({ actionTs: '1.5' });
    await press({ actionTs: '1.5' });
    await press({ actionTs: '1.6' });
    const [, first, again, other] = requests.map(({ id }) => id);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(first).toBe(`slack:${driver.lastPost(ANNA).ts}:1.5:U1`);
  });

  it('is acknowledged in time when the answer is slow, and answered afterwards', async () => {
    const slow = Promise.withResolvers<Answer>();
    await start(() => slow.promise);
    expect(await press()).toEqual({ status: 200, body: undefined });
    slow.resolve(says('Eindelijk'));
    expect(await driver.next(ANNA)).toMatchObject({ text: 'Eindelijk' });
  });

  it('opens a form', async () => {
    await start(() => onForm(FORM));
    expect((await driver.press(ANNA, 'Ongewijzigd melden')).form?.title).toBe('Actie 12 bijwerken');
  });

  it('gives a button to the form when the form cannot open any more', async () => {
    const { requests } = await start(() => onForm(FORM), 'dm', { opensForms: false });
    driver.fake.plan('views.open', { error: 'expired_trigger_id' });
    const seen = await driver.press(ANNA, 'Ongewijzigd melden');
    expect(seen.text).toContain('Het formulier kon niet op tijd opengaan.');
    expect((await driver.press(ANNA, 'Formulier openen')).form?.title).toBe('Actie 12 bijwerken');
    expect(requests[2]?.say).toEqual(requests[1]?.say);
  });

  it.each([
    ['no value', {}],
    ['a value that is no JSON', { value: 'update-12' }],
    ['a value of an earlier version', { value: '{"actie":12}' }],
    ['a value with more in it', { value: '{"command":"x","input":{},"as":"U2"}' }],
  ])('with %s is answered with a sentence', async (_, button) => {
    const { requests } = await start(() => says('Gemeld'));
    expect(await press({ button })).toMatchObject({ status: 200 });
    expect((await driver.next(ANNA)).text).toContain('Deze knop hoort bij een ouder bericht');
    expect(requests).toHaveLength(1);
  });

  it('is answered in the DM when its message is gone', async () => {
    await start(() => onCard(cardOf('Gemeld'), true));
    await press({ responseUrl: driver.fake.expiredUrl });
    await driver.next(ANNA);
    expect(driver.lastPost(ANNA)).toMatchObject({ text: 'Gemeld', channel: 'DU1', ephemeral: false });
  });
});
