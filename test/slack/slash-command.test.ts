import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/chat/platform.ts';
import { ANNA, cardOf, FORM, onCard, onForm, type Script, says } from '../script.ts';
import { playing } from './script.ts';
import type { Options, SlackDriver } from './slack-driver.ts';
import { sendCommand } from './slack-requests.ts';

describe('a slash command', () => {
  let driver: SlackDriver;
  afterEach(() => driver.stop());
  const start = async (script: Script, options: Options = {}) => {
    const playingNow = await playing(script, { via: 'slash', ...options });
    driver = playingNow.driver;
    return playingNow;
  };
  const command = (text: string, trigger = driver.fake.trigger('U1')) => {
    const responseUrl = driver.fake.responseUrl('U1', 'C1');
    return sendCommand(driver.door, {
      user: 'U1',
      channel: 'C1',
      command: '/doebot',
      text,
      trigger,
      responseUrl,
    });
  };

  it.each([
    ['/actie', '12', 'actie 12'],
    ['/acties', 'uwv', 'acties uwv'],
    ['/acties', '', 'acties'],
    ['/overleg', ' RBA ', 'overleg RBA'],
    ['/doebot', 'wie is trekker van actie 3?', 'wie is trekker van actie 3?'],
    ['/doebot', '', 'help'],
    ['/actie', '12 loopt: R&amp;D &lt;b&gt;', 'actie 12 loopt: R&D <b>'],
  ])('%s "%s" asks "%s"', async (command, text, asked) => {
    const { requests } = await start(() => says('Dag'));
    const trigger = driver.fake.trigger('U1');
    const responseUrl = driver.fake.responseUrl('U1', 'C1');
    await sendCommand(driver.door, { user: 'U1', channel: 'C1', command, text, trigger, responseUrl });
    expect(requests).toMatchObject([
      {
        id: `slack:${trigger}`,
        platform: 'slack',
        tenant: 'T1',
        account: { id: 'U1', address: { user: 'U1' } },
        say: { text: asked },
      },
    ]);
  });

  it('is answered in the acknowledgement, for the asker only', async () => {
    await start(() => onCard(cardOf('Actie 12 loopt', { label: 'Meld', command: 'x', input: {} })));
    expect(await driver.say(ANNA, 'actie 12')).toEqual({ text: 'Actie 12 loopt', buttons: ['Meld'] });
    expect(driver.lastPost(ANNA)).toMatchObject({
      ephemeral: true,
      to: 'U1',
      text: 'Actie 12 loopt\n[Meld]',
    });
    expect(driver.fake.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  it('is acknowledged in time when the answer is slow, and answered afterwards', async () => {
    const slow = Promise.withResolvers<Answer>();
    await start(() => slow.promise);
    expect(await command('actie 12')).toEqual({ status: 200, body: undefined });
    slow.resolve(says('Eindelijk'));
    expect(await driver.next(ANNA)).toMatchObject({ text: 'Eindelijk' });
    expect(driver.lastPost(ANNA)).toMatchObject({ ephemeral: true, channel: 'C1' });
  });

  it('opens a form', async () => {
    await start(() => onForm(FORM));
    const seen = await driver.say(ANNA, 'actie 12 bijwerken');
    expect(seen.form).toMatchObject({
      title: 'Actie 12 bijwerken',
      fields: [
        { name: 'status', label: 'Status', value: 'loopt' },
        { name: 'toelichting', value: '' },
      ],
    });
  });

  it('gives a button to the form when the form cannot open any more', async () => {
    await start(() => onForm(FORM), { opensForms: false });
    await command('actie 12 bijwerken', driver.fake.trigger('U1', -1));
    const seen = await driver.next(ANNA);
    expect(seen.text).toContain('Het formulier kon niet op tijd opengaan.');
    expect(seen.buttons).toEqual(['Formulier openen']);
    expect((await driver.press(ANNA, 'Formulier openen')).form?.title).toBe('Actie 12 bijwerken');
  });

  it('is answered in the DM when Slack does not take the answer otherwise', async () => {
    await start(() => onForm(FORM), { opensForms: false });
    const responseUrl = driver.fake.expiredUrl;
    await sendCommand(driver.door, {
      user: 'U1',
      channel: 'C1',
      command: '/doebot',
      text: 'x',
      trigger: 'no',
      responseUrl,
    });
    expect((await driver.next(ANNA)).buttons).toEqual(['Formulier openen']);
    expect(driver.lastPost(ANNA)).toMatchObject({ ephemeral: false, channel: 'DU1' });
  });

  it('tells the person when the answer cannot be shown', async () => {
    await start(() => says('x', { label: 'Te veel', command: 'x', input: { tekst: 'a'.repeat(2_000) } }));
    const seen = await driver.say(ANNA, 'actie 12');
    expect(seen.text).toContain('Ik kan het antwoord niet laten zien');
    expect(seen.text).toMatch(/kenmerk \S+ door/);
  });
});
