// A little over 200 lines: every way to press a button stands together, with the same scene.
import { afterEach, describe, expect, it } from 'vitest';
import type { Form } from '../../src/chat/form.ts';
import type { Answer, Request } from '../../src/chat/platform.ts';
import { eventually } from '../eventually.ts';
import { ANNA, cardOf as card, FORM, onCard, onForm, says } from '../script.ts';
import { activityOf, deliver, mentionOf, pressOf } from './activities.ts';
import type { Post } from './fake-teams.ts';
import { playing } from './script.ts';
import { actionCalled, actionsIn } from './seen.ts';
import type { TeamsDriver } from './teams-driver.ts';
import { cardOf } from './teams-person.ts';

const THREAD = '19:kanaal@thread.tacv2;messageid=1700000000000';
const REPORT = { label: 'Ongewijzigd melden', command: 'update.ongewijzigd', input: { nummer: 12 } };

let driver: TeamsDriver;
let requests: Request[];
afterEach(() => driver.stop());

/** What is typed gives `first`; what is pressed or handed in gives the answers, one after the other. */
async function start(first: Answer, ...answers: (Answer | Promise<Answer>)[]): Promise<void> {
  const playingNow = await playing(({ say }) =>
    'text' in say ? first : (answers.shift() ?? says('Niets meer')),
  );
  driver = playingNow.driver;
  requests = playingNow.requests;
  await driver.say(ANNA, 'actie 12');
}

const pressOn = (post: Post | undefined) =>
  pressOf(actionCalled(post ? cardOf(post) : {}, REPORT.label), post?.id ?? '');
const puts = () => driver.fake.calls.filter(({ method }) => method === 'PUT');
describe('a button', () => {
  it('asks its command with its input', async () => {
    await start(says('Actie 12', REPORT), says('Gemeld'));
    expect(await driver.press(ANNA, 'Ongewijzigd melden')).toEqual({ text: 'Gemeld', buttons: [] });
    expect(requests[1]?.say).toEqual({ command: 'update.ongewijzigd', input: { nummer: 12 } });
    expect(requests[1]?.account.id).toBe(driver.member(ANNA).aadObjectId);
  });

  it('whose answer is a message of its own leaves its card as it was', async () => {
    await start(says('Actie 12', REPORT), says('Gemeld'));
    await driver.press(ANNA, 'Ongewijzigd melden');
    expect(puts()).toEqual([]);
    expect(driver.fake.posts.map(({ message }) => message.summary)).toEqual([
      expect.stringContaining('Actie 12'),
      'Gemeld',
    ]);
  });

  it('whose answer takes its place is gone, now and when the conversation is opened again', async () => {
    await start(says('Actie 12', REPORT), onCard(card('Gemeld'), true));
    expect(await driver.press(ANNA, 'Ongewijzigd melden')).toEqual({ text: 'Gemeld', buttons: [] });
    const [post] = driver.fake.posts;
    await eventually(() => (post?.edited ? true : undefined));
    expect(driver.fake.posts).toMatchObject([{ message: { summary: 'Gemeld' } }]);
  });

  it('is the same request when it is delivered again', async () => {
    await start(says('Actie 12', REPORT), onCard(card('Gemeld'), true), onCard(card('Gemeld'), true));
    const [post] = driver.fake.posts;
    const press = pressOn(post);
    const activity = activityOf(driver.door, driver.member(ANNA), press);
    const first = await deliver(driver.door, activity);
    expect(await deliver(driver.door, activity)).toEqual(first);
    expect(requests[1]?.id).toBe(requests[2]?.id);
  });

  it('of a client that does not know Action.Execute works as well', async () => {
    await start(says('Actie 12', REPORT), onCard(card('Gemeld'), true));
    const [post] = driver.fake.posts;
    const { fallback } = actionCalled(post ? cardOf(post) : {}, REPORT.label) as {
      fallback: { data: object };
    };
    const submit = { type: 'message', replyToId: post?.id, value: fallback.data };
    await deliver(driver.door, activityOf(driver.door, driver.member(ANNA), submit));
    expect(requests[1]?.say).toEqual({ command: 'update.ongewijzigd', input: { nummer: 12 } });
    expect(driver.fake.posts).toMatchObject([{ edited: true, message: { summary: 'Gemeld' } }]);
  });

  it.each([false, true])(
    'whose answer takes long is acknowledged in time (in place: %s)',
    async (inPlace) => {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      await start(says('Actie 12', REPORT), promise);
      const [post] = driver.fake.posts;
      const press = pressOn(post);
      const { body } = await deliver(driver.door, activityOf(driver.door, driver.member(ANNA), press));
      expect(body).toMatchObject({ statusCode: 200, value: 'Even geduld, het antwoord komt zo.' });
      expect(driver.fake.posts).toHaveLength(1);
      resolve(onCard(card('Gemeld'), inPlace));
      const last = await eventually(() =>
        driver.fake.posts.find(({ message }) => message.summary === 'Gemeld'),
      );
      expect(last.id === post?.id).toBe(inPlace);
    },
  );

  it('whose answer cannot be delivered says so', async () => {
    await start(says('Actie 12', REPORT), says('Gemeld'));
    const [post] = driver.fake.posts;
    const press = pressOn(post);
    driver.fake.plan({ method: 'POST', path: /activities$/, status: 403, code: 'ConversationBlockedByUser' });
    const { body } = await deliver(driver.door, activityOf(driver.door, driver.member(ANNA), press));
    expect(body).toMatchObject({ value: expect.stringContaining('kon niet worden bezorgd') });
  });

  it('of another time is explained', async () => {
    await start(says('Actie 12', REPORT));
    const press = pressOf({ verb: 'x', data: { oud: true } }, driver.fake.posts[0]?.id ?? '');
    const { body } = await deliver(driver.door, activityOf(driver.door, driver.member(ANNA), press));
    expect(body).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
    expect(requests).toHaveLength(1);
  });

  it('on a private card in a channel changes that card in private', async () => {
    await start(says('Actie 12', REPORT), onCard(card('Gemeld'), true), says('Nog iets'));
    const channel = (more: object) => activityOf(driver.door, driver.member(ANNA), { ...more }, THREAD);
    await deliver(driver.door, channel(mentionOf('actie 12', `28:${driver.fake.config.appId}`)));
    const post = driver.fake.posts[1];
    const press = pressOn(post);
    const { body } = await deliver(driver.door, channel(press));
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    await eventually(() => (post?.edited ? true : undefined));
    expect(puts()).toMatchObject([{ targeted: true }]);
    await deliver(driver.door, channel(press));
    expect(driver.fake.posts.at(-1)).toMatchObject({ targeted: driver.member(ANNA).id });
  });
});

describe('a form', () => {
  const withError = (name: string, error: string, values: Record<string, string> = {}): Form => ({
    ...FORM,
    fields: FORM.fields.map((field) => {
      const value = values[field.name] ?? field.value;
      return { ...field, ...(value !== undefined && { value }), ...(field.name === name && { error }) };
    }),
  });

  it('shows its questions with what is filled in', async () => {
    await start(onForm(FORM));
    expect(await driver.say(ANNA, 'actie 12 bijwerken')).toEqual({
      text: 'Hoe staat het ermee?\nEén zin is genoeg.',
      buttons: [],
      form: {
        title: 'Actie 12 bijwerken',
        fields: [
          { name: 'status', label: 'Status', value: 'loopt' },
          { name: 'toelichting', label: 'Toelichting', value: '' },
        ],
      },
    });
  });

  it('that is handed in asks its command with its fields by name, and makes place for the answer', async () => {
    await start(onForm(FORM), says('Opgeslagen'));
    const toelichting = 'Wacht op <UWV> & *Haarlem*\nen [meer](x)';
    const seen = await driver.fill(ANNA, { status: 'vertraagd', toelichting });
    expect(seen).toEqual({ text: 'Opgeslagen', buttons: [] });
    const input = { nummer: 12, status: 'vertraagd', toelichting };
    expect(requests[1]?.say).toEqual({ command: 'update.meld', input });
    await eventually(() => (driver.fake.posts[0]?.edited ? true : undefined));
    expect(driver.fake.posts).toMatchObject([{ message: { summary: 'Opgeslagen' } }]);
  });

  it('gives an empty field as an empty text', async () => {
    await start(onForm(FORM), says('Opgeslagen'));
    await driver.fill(ANNA, {});
    expect(requests[1]?.say).toMatchObject({ input: { status: 'loopt', toelichting: '' } });
  });

  it('comes back with an error at its field and with what was filled in, and takes the correction', async () => {
    const wrong = onForm(
      withError('toelichting', 'Leg uit waardoor.', { status: 'vertraagd', toelichting: '?' }),
    );
    await start(onForm(FORM), wrong, says('Opgeslagen'));
    const seen = await driver.fill(ANNA, { status: 'vertraagd', toelichting: '?' });
    expect(seen.form?.fields).toEqual([
      { name: 'status', label: 'Status', value: 'vertraagd' },
      { name: 'toelichting', label: 'Toelichting', value: '?', error: 'Leg uit waardoor.' },
    ]);
    expect((await driver.fill(ANNA, { toelichting: 'Wacht op UWV' })).text).toBe('Opgeslagen');
    expect(requests[2]?.say).toMatchObject({ input: { status: 'vertraagd', toelichting: 'Wacht op UWV' } });
    expect(requests[2]?.id).not.toBe(requests[1]?.id);
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('that asks for a field is not handed in without it', async () => {
    const fields = FORM.fields.map((field) => (field.kind === 'text' ? { ...field, required: true } : field));
    await start(onForm({ ...FORM, fields }));
    const seen = await driver.fill(ANNA, {});
    expect(seen.form?.fields[1]).toMatchObject({ name: 'toelichting', error: 'Vul dit veld in.' });
    expect(requests).toHaveLength(1);
  });

  it('that a button asks for is a message of its own', async () => {
    await start(says('Actie 12', REPORT), onForm(FORM));
    expect((await driver.press(ANNA, 'Ongewijzigd melden')).form?.title).toBe('Actie 12 bijwerken');
    expect(puts()).toEqual([]);
    expect(actionsIn(cardOf(driver.fake.posts[0] ?? expect.fail('no post')))).toHaveLength(1);
  });

  it('keeps its fields apart from what the button carries', async () => {
    const [, text] = FORM.fields;
    const fields = ['command', 'input', 'fields'].map((name) => ({ ...(text ?? expect.fail()), name }));
    await start(onForm({ ...FORM, fields }), says('Opgeslagen'));
    await driver.fill(ANNA, { command: 'a', input: 'b', fields: 'c' });
    const input = { nummer: 12, command: 'a', input: 'b', fields: 'c' };
    expect(requests[1]?.say).toEqual({ command: 'update.meld', input });
  });
});
