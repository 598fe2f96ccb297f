import { afterEach, describe, expect, it } from 'vitest';
import type { Button } from '../../src/chat/card.ts';
import type { Answer, Request } from '../../src/chat/platform.ts';
import { eventually } from '../eventually.ts';
import { ANNA, cardOf as card, FORM, onCard, onForm, says, withError } from '../script.ts';
import { activityOf, deliver, fetchOf, mentionOf, submitOf } from './activities.ts';
import { playing } from './script.ts';
import { actionCalled, handInOf } from './seen.ts';
import type { TeamsDriver } from './teams-driver.ts';
import { cardOf } from './teams-person.ts';

const THREAD = '19:kanaal@thread.tacv2;messageid=1700000000000';
const OPEN: Button = {
  label: 'Bijwerken',
  command: 'update.formulier',
  input: { nummer: 12 },
  opens: 'form',
};

let driver: TeamsDriver;
let requests: Request[];

/** A card with a button that opens a form; what is pressed or handed in gives the answers, one after the other. */
async function start(...answers: (Answer | Promise<Answer>)[]): Promise<void> {
  const playingNow = await playing(({ say }) =>
    'text' in say ? says('Actie 12', OPEN) : (answers.shift() ?? says('Niets meer')),
  );
  driver = playingNow.driver;
  requests = playingNow.requests;
  await driver.say(ANNA, 'actie 12');
}

const first = () => driver.fake.posts[0] ?? expect.fail('no post');
const openDialog = () => driver.press(ANNA, 'Bijwerken');
const fetchFrom = () => fetchOf(actionCalled(cardOf(first()), 'Bijwerken'), first().id);
const handIn = (values: object) =>
  submitOf(handInOf(driver.dialogOf(ANNA) ?? expect.fail('no dialog')) ?? expect.fail('no form'), values);
const send = (activity: object, conversation?: string) =>
  deliver(driver.door, activityOf(driver.door, driver.member(ANNA), { ...activity }, conversation));

describe('a dialog', () => {
  afterEach(() => driver.stop());

  it('opens with the form that the button asks for, and leaves the chat as it is', async () => {
    await start(onForm(FORM));
    expect((await openDialog()).form).toMatchObject({
      title: 'Actie 12 bijwerken',
      fields: [{ name: 'status', value: 'loopt' }, { name: 'toelichting' }],
    });
    expect(requests[1]?.say).toEqual({ command: 'update.formulier', input: { nummer: 12 } });
    expect(driver.fake.posts).toHaveLength(1);
  });

  it('closes when it is handed in, and the answer is in the chat', async () => {
    await start(onForm(FORM), says('Opgeslagen'));
    await openDialog();
    expect((await driver.fill(ANNA, { status: 'vertraagd' })).text).toBe('Opgeslagen');
    expect(driver.dialogOf(ANNA)).toBeUndefined();
    expect(requests[2]?.say).toEqual({
      command: 'update.meld',
      input: { nummer: 12, status: 'vertraagd', toelichting: '' },
    });
    expect(driver.fake.posts).toMatchObject([{ edited: false }, { message: { summary: 'Opgeslagen' } }]);
  });

  it('changes the card it was opened from when its answer takes that place', async () => {
    await start(onForm(FORM), onForm(withError(FORM, 'status', 'Kan niet.')), onCard(card('Klaar'), true));
    await openDialog();
    await driver.fill(ANNA, {});
    await driver.fill(ANNA, {});
    expect(driver.fake.posts).toMatchObject([{ edited: true, message: { summary: 'Klaar' } }]);
  });

  it('stays open with an error at its field and with what was filled in', async () => {
    const [status, text] = FORM.fields;
    const fields = [status ?? expect.fail(), { ...(text ?? expect.fail()), value: '?', error: 'Leg uit.' }];
    await start(onForm(FORM), onForm({ ...FORM, fields }), says('Opgeslagen'));
    await openDialog();
    expect((await driver.fill(ANNA, { toelichting: '?' })).form?.fields[1]).toEqual({
      name: 'toelichting',
      label: 'Toelichting',
      value: '?',
      error: 'Leg uit.',
    });
    expect(driver.fake.posts).toHaveLength(1);
    expect((await driver.fill(ANNA, { toelichting: 'Wacht op UWV' })).text).toBe('Opgeslagen');
  });

  it('says it when a rule says no to the form itself', async () => {
    await start(says('Alleen de trekkers kunnen iets melden.', OPEN), onForm(FORM));
    const seen = await openDialog();
    expect(seen).toEqual({ text: 'Alleen de trekkers kunnen iets melden.', buttons: ['Bijwerken'] });
    expect(driver.fake.posts).toHaveLength(1);
    expect((await openDialog()).form?.title).toBe('Actie 12 bijwerken');
  });

  it('is the same request when it is handed in again', async () => {
    await start(onForm(FORM), says('Opgeslagen'), says('Opgeslagen'));
    await openDialog();
    const activity = activityOf(driver.door, driver.member(ANNA), handIn({ toelichting: 'Klaar' }));
    expect(await deliver(driver.door, activity)).toEqual(await deliver(driver.door, activity));
    expect(requests[2]?.id).toBe(requests[3]?.id);
  });

  it('in a channel is answered in private', async () => {
    await start(onForm(FORM), says('Opgeslagen'));
    await send(mentionOf('actie 12', `28:${driver.fake.config.appId}`), THREAD);
    await openDialog();
    await send(handIn({}), THREAD);
    await eventually(() => driver.fake.posts.at(2));
    expect(driver.fake.posts.at(2)).toMatchObject({ targeted: driver.member(ANNA).id });
  });

  it('shows the answer itself when the chat cannot be written to', async () => {
    await start(onForm(FORM), says('Opgeslagen'));
    await openDialog();
    driver.fake.plan({ method: 'POST', path: /activities$/, status: 403, code: 'ConversationBlockedByUser' });
    const { body } = await send(handIn({}));
    expect(JSON.stringify(body)).toContain('Opgeslagen');
    expect(body).toMatchObject({ task: { type: 'continue' } });
  });

  it('says so in time when the form is slow, and the form comes in the chat', async () => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    await start(promise, says('Opgeslagen'));
    const { body } = await send(fetchFrom());
    expect(JSON.stringify(body)).toContain('het formulier komt zo in de chat');
    resolve(onForm(FORM));
    await eventually(() => driver.fake.posts[1]);
    expect((await driver.fill(ANNA, { toelichting: 'Klaar' })).text).toBe('Opgeslagen');
  });

  it('closes in time when the answer is slow, and errors come in the chat with what was filled in', async () => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    await start(onForm(FORM), promise, says('Opgeslagen'));
    await openDialog();
    const { body } = await send(handIn({ toelichting: 'Klaar' }));
    expect(JSON.stringify(body)).toContain('Even geduld, het antwoord komt zo in de chat.');
    resolve(onForm(withError(FORM, 'toelichting', 'Leg uit.')));
    await eventually(() => driver.fake.posts[1]);
    expect(JSON.stringify(driver.fake.posts[1])).toContain('⚠ Leg uit.');
  });

  it('of an earlier version gives back what was typed', async () => {
    await start();
    const { body } = await send(submitOf({ data: { oud: { nummer: 12 } } }, { toelichting: 'Veel tekst' }));
    expect(JSON.stringify(body)).toContain('Dit formulier is verouderd');
    expect(JSON.stringify(body)).toContain('Dit schreef je:\\nVeel tekst');
    expect(requests).toHaveLength(1);
  });

  it('cannot be opened by a button of an earlier version, which says so', async () => {
    await start();
    const { body } = await send(fetchOf({ data: { oud: true } }, first().id));
    expect(JSON.stringify(body)).toContain('Deze knop werkt niet meer.');
    expect(requests).toHaveLength(1);
  });

  it('is a card in the chat for a client that has none', async () => {
    await start(onForm(FORM), says('Opgeslagen'));
    const { data } = actionCalled(cardOf(first()), 'Bijwerken') as { data: object };
    await send({ type: 'message', replyToId: first().id, value: data });
    expect((await driver.fill(ANNA, {})).text).toBe('Opgeslagen');
    expect(driver.dialogOf(ANNA)).toBeUndefined();
  });
});
