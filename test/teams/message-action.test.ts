import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, Request } from '../../src/chat/platform.ts';
import { eventually } from '../eventually.ts';
import { ANNA, FORM, onForm, says, withError } from '../script.ts';
import { type Activity, activityOf, deliver } from './activities.ts';
import { problemsOf } from './adaptive-check.ts';
import { personalOf } from './fake-teams.ts';
import { playing } from './script.ts';
import { handInOf, inputsIn } from './seen.ts';
import type { TeamsDriver } from './teams-driver.ts';

/** A conversation of Anna with a colleague: the bot is not in it. */
const ELSEWHERE = '19:anna_bram@unq.gbl.spaces';
const LINK = 'https://teams.microsoft.com/l/message/19:kanaal@thread.tacv2/1700000000000';

let driver: TeamsDriver;
let requests: Request[];
afterEach(() => driver.stop());

async function start(...answers: Answer[]): Promise<void> {
  const playingNow = await playing(() => answers.shift() ?? says('Niets meer'));
  driver = playingNow.driver;
  requests = playingNow.requests;
}

const messageSaid = (content: string, contentType = 'html', more: object = {}) => ({
  id: '1700000000000',
  createdDateTime: '2026-11-23T08:00:00Z',
  from: { user: { id: 'bbbb', displayName: 'Bram', userIdentityType: 'aadUser' } },
  body: { contentType, content },
  linkToMessage: LINK,
  ...more,
});
const about = (messagePayload: object) => ({
  commandId: 'update_van_bericht',
  commandContext: 'message',
  requestId: 'r1',
  messagePayload,
  context: { theme: 'default' },
});
async function send(name: string, value: object) {
  const activity = activityOf(driver.door, driver.member(ANNA), { type: 'invoke', name, value }, ELSEWHERE);
  const conversation = { ...(activity['conversation'] as object), conversationType: 'personal' };
  const { status, body } = await deliver(driver.door, { ...activity, conversation });
  const task = body?.['task'] as { type: string; value: { title: string; card: { content: Activity } } };
  return { status, type: task.type, title: task.value.title, card: task.value.card.content };
}
const choose = (message: object) => send('composeExtension/fetchTask', about(message));
function handIn(card: Activity, values: object) {
  const { data } = handInOf(card) ?? expect.fail('no form');
  return send('composeExtension/submitAction', {
    ...about(messageSaid('')),
    data: { ...(data as object), ...values },
  });
}

describe('the action beside a message', () => {
  it('opens a form with its text and where it stands', async () => {
    await start(onForm(FORM));
    const dialog = await choose(
      messageSaid(
        '<p>Convenant &amp; plan <strong>getekend</strong> <emoji alt="🎉"></emoji></p>\n<p>Dank <at id="0">Bram</at>!<br>1 &lt; 2 <a href="https://x.example">x</a><attachment id="1"></attachment></p>',
      ),
    );
    expect(dialog).toMatchObject({ status: 200, type: 'continue', title: 'Actie 12 bijwerken' });
    expect(problemsOf(dialog.card, 'dialog')).toEqual([]);
    expect(requests[0]?.say).toEqual({
      command: 'citaat.formulier',
      input: { tekst: 'Convenant & plan getekend 🎉\nDank Bram!\n1 < 2 x', link: LINK },
    });
  });

  it('takes plain text as it is, and a message without a link or words', async () => {
    await start(onForm(FORM), onForm(FORM));
    await choose(messageSaid('a <b>c', 'text'));
    await choose({ id: '1' });
    expect(requests.map(({ say }) => say)).toMatchObject([
      { input: { tekst: 'a <b>c' } },
      { input: { tekst: '', link: '' } },
    ]);
  });

  it('shows what is wrong at its field, and then the answer, which is in the chat with the bot too', async () => {
    await start(onForm(FORM), onForm(withError(FORM, 'toelichting', 'Leg uit.')), says('Opgeslagen'));
    const { card } = await choose(messageSaid('Convenant'));
    const again = await handIn(card, { status: 'loopt' });
    expect(inputsIn(again.card)[1]?.error).toBe('Leg uit.');
    const done = await handIn(again.card, { status: 'loopt', toelichting: 'Getekend' });
    expect(JSON.stringify(done.card)).toContain('Opgeslagen');
    expect(problemsOf(done.card, 'dialog')).toEqual([]);
    expect(requests[2]?.say).toEqual({
      command: 'update.meld',
      input: { nummer: 12, status: 'loopt', toelichting: 'Getekend' },
    });
    const post = await eventually(() => driver.fake.posts[0]);
    expect(post.conversation).toBe(personalOf(driver.member(ANNA).id));
  });

  it('does not touch the conversation that the message is in', async () => {
    await start(onForm(FORM), says('Opgeslagen'));
    const { card } = await choose(messageSaid('Convenant'));
    await handIn(card, {});
    await eventually(() => driver.fake.posts[0]);
    await requests[0]?.account.email();
    const paths = driver.fake.calls.map(({ path }) => decodeURIComponent(path));
    expect(paths.filter((path) => path.includes(ELSEWHERE))).toEqual([]);
    expect(requests[0]?.account.address).not.toHaveProperty('conversation');
  });

  it('of another app is not answered as ours', async () => {
    await start();
    const dialog = await send('composeExtension/fetchTask', {
      ...about(messageSaid('Convenant')),
      commandId: 'iets_anders',
    });
    expect(JSON.stringify(dialog.card)).toContain('Deze knop werkt niet meer.');
    expect(requests).toEqual([]);
  });
});
