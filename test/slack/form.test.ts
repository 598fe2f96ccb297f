import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Form } from '../../src/chat/form.ts';
import type { Answer } from '../../src/chat/platform.ts';
import { ANNA, cardOf, FORM, onCard, onForm, says, withError } from '../script.ts';
import { playing, QUICK } from './script.ts';
import type { Options, SlackDriver, Via } from './slack-driver.ts';
import { sendInteraction, submissionPayload } from './slack-requests.ts';

describe('a form', () => {
  let driver: SlackDriver;
  afterEach(() => driver.stop());
  /** Later than Slack waits, from when it is asked. */
  const lateWith = (answer: Answer) => () => sleep(QUICK.acknowledge + 200).then(() => answer);
  /** Anna opens a form; handing it in is answered by `answers`, one after the other. */
  const start = async (
    answers: (Answer | (() => Promise<Answer>))[],
    via: Via = 'slash',
    options: Options = {},
    form = FORM,
  ) => {
    const playingNow = await playing(
      ({ say }) => {
        if ('text' in say) return onForm(form);
        const next = answers.shift() ?? says('Niets meer');
        return typeof next === 'function' ? next() : next;
      },
      { via, ...options },
    );
    driver = playingNow.driver;
    return { ...playingNow, opened: await driver.say(ANNA, 'actie 12 bijwerken') };
  };

  it('that is handed in asks its command with its fields by name', async () => {
    const { requests } = await start([says('Opgeslagen')]);
    const seen = await driver.fill(ANNA, { status: 'vertraagd', toelichting: 'Wacht op <UWV> & *Haarlem*' });
    expect(seen).toEqual({ text: 'Opgeslagen', buttons: [] });
    expect(requests[1]?.say).toEqual({
      command: 'update.meld',
      input: { nummer: 12, status: 'vertraagd', toelichting: 'Wacht op <UWV> & *Haarlem*' },
    });
  });

  it('gives an empty field as an empty text', async () => {
    const { requests } = await start([says('Opgeslagen')]);
    await driver.fill(ANNA, {});
    expect(requests[1]?.say).toMatchObject({ input: { status: 'loopt', toelichting: '' } });
  });

  it('is answered where it was asked for', async () => {
    await start([says('Opgeslagen')], 'slash');
    await driver.fill(ANNA, {});
    expect(driver.lastPost(ANNA)).toMatchObject({ text: 'Opgeslagen', ephemeral: true });
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('that was opened in the DM is answered there, with a message that lasts', async () => {
    await start([says('Opgeslagen')], 'dm');
    await driver.fill(ANNA, {});
    expect(driver.lastPost(ANNA)).toMatchObject({ text: 'Opgeslagen', ephemeral: false, channel: 'DU1' });
  });

  it('replaces the message it was opened from when its answer is in place', async () => {
    await start([onCard(cardOf('Opgeslagen'), true)], 'dm');
    await driver.fill(ANNA, {});
    expect(driver.fake.posts).toMatchObject([{ text: 'Opgeslagen', replaced: 1 }]);
  });

  it('stays open with an error at its field, and takes the correction', async () => {
    const wrong = onForm(withError(FORM, 'toelichting', 'Zeg er iets bij.'));
    const { requests } = await start([wrong, says('Opgeslagen')]);
    const seen = await driver.fill(ANNA, { status: 'vertraagd' });
    expect(seen.form?.fields).toEqual([
      { name: 'status', label: 'Status', value: 'vertraagd' },
      { name: 'toelichting', label: 'Toelichting', value: '', error: 'Zeg er iets bij.' },
    ]);
    expect((await driver.fill(ANNA, { toelichting: 'Wacht op UWV' })).text).toBe('Opgeslagen');
    expect(requests[2]?.say).toMatchObject({ input: { status: 'vertraagd', toelichting: 'Wacht op UWV' } });
    expect(requests[2]?.id).not.toBe(requests[1]?.id);
  });

  it('is one request, however often the same answers are handed in', async () => {
    const { requests } = await start([says('Opgeslagen'), says('Al verwerkt')]);
    const { view, fields } = driver.person(ANNA).form ?? expect.fail('no form');
    await driver.fill(ANNA, { toelichting: 'Klaar' });
    driver.person(ANNA).form = { view, fields };
    await driver.fill(ANNA, { toelichting: 'Klaar' });
    expect(requests[2]?.id).toBe(requests[1]?.id);
    expect(requests[1]?.id).toContain(`slack:${view.id}:${view.hash}:`);
  });

  it('makes way for another form', async () => {
    const second: Form = { ...FORM, title: 'Weet je het zeker?', fields: FORM.fields.slice(0, 1) };
    await start([onForm(second), says('Opgeslagen')]);
    expect((await driver.fill(ANNA, {})).form?.title).toBe('Weet je het zeker?');
    expect((await driver.fill(ANNA, {})).text).toBe('Opgeslagen');
  });

  it('comes anew when an error is at a field that is not on it', async () => {
    const [first, second] = FORM.fields;
    if (!first || !second) throw new Error('two fields');
    const other = withError(
      { ...FORM, fields: [first, { ...second, name: 'reden' }] },
      'reden',
      'Vul een reden in.',
    );
    await start([onForm(other)]);
    expect((await driver.fill(ANNA, {})).form?.fields[1]).toMatchObject({
      name: 'reden',
      error: 'Vul een reden in.',
    });
  });

  it('shows the errors it opens with', async () => {
    const { opened } = await start(
      [],
      'slash',
      {},
      withError(FORM, 'status', 'Deze status bestaat niet meer.'),
    );
    expect(opened.form?.fields[0]).toMatchObject({ error: 'Deze status bestaat niet meer.' });
  });

  it('closes in time when the answer is slow, and the answer follows', async () => {
    const late = lateWith(says('Eindelijk'));
    await start([late]);
    expect((await driver.fill(ANNA, {})).text).toBe('Eindelijk');
  });

  it('comes back through a button when its errors are late, with what was filled in', async () => {
    const wrong = onForm(withError(FORM, 'toelichting', 'Zeg er iets bij.'));
    const late = lateWith(wrong);
    const { requests } = await start([late, wrong], 'slash', { opensForms: false });
    expect((await driver.fill(ANNA, { status: 'vertraagd' })).buttons).toEqual(['Formulier openen']);
    const seen = await driver.press(ANNA, 'Formulier openen');
    expect(seen.form?.fields[1]).toMatchObject({ error: 'Zeg er iets bij.' });
    expect(requests[2]?.say).toEqual(requests[1]?.say);
  });

  it('gives a long text back when its errors are late', async () => {
    const toelichting = 'Wacht op UWV. '.repeat(180);
    const long: Form = {
      ...FORM,
      fields: [
        {
          kind: 'text',
          name: 'toelichting',
          label: 'Toelichting',
          multiline: true,
          required: true,
          maxLength: 3_000,
        },
      ],
    };
    const [field] = long.fields;
    const wrong = onForm({
      ...long,
      fields: field ? [{ ...field, value: toelichting, error: 'Te lang.' }] : [],
    });
    await start([lateWith(wrong)], 'slash', { opensForms: false }, long);
    const seen = await driver.fill(ANNA, { toelichting });
    expect(seen.text).toContain('Het is niet opgeslagen.');
    expect(seen.text).toContain(toelichting);
    expect(seen.buttons).toEqual([]);
  });

  it('is answered in the DM when the place it was opened from is gone', async () => {
    await start([says('Opgeslagen')]);
    const { view } = driver.person(ANNA).form ?? expect.fail('no form');
    const kept = JSON.parse(String(view.view['private_metadata']));
    kept.place.url = driver.fake.expiredUrl;
    view.view['private_metadata'] = JSON.stringify(kept);
    await driver.fill(ANNA, {});
    expect(driver.lastPost(ANNA)).toMatchObject({ text: 'Opgeslagen', channel: 'DU1', ephemeral: false });
  });

  it('of an earlier version keeps what was typed and says so', async () => {
    const { requests } = await start([]);
    const view = { id: 'V9', hash: '1.h', private_metadata: '{"oud":true}', callback_id: 'form' };
    const values = { toelichting: { value: { type: 'plain_text_input', value: 'Veel tekst' } } };
    const reply = await sendInteraction(driver.door, submissionPayload({ user: 'U1', view, values }));
    expect(reply.body).toMatchObject({
      response_action: 'errors',
      errors: { toelichting: expect.stringContaining('Dit formulier is verouderd') },
    });
    expect(requests).toHaveLength(1);
  });
});
