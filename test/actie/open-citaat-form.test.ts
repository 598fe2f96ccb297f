import { expect, test } from 'vitest';
import type { Form } from '../../src/chat/form.ts';
import { modalOf } from '../../src/slack/modal.ts';
import { message } from '../../src/teams/message.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { viewProblems } from '../slack/block-kit.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const LINK = 'https://haarlem.slack.com/archives/C1/p1700000000000100';

const talk = talkFor('postgres');

const formOf = async (tekst: string, email = UWV, link = LINK): Promise<Form> => {
  const answer = await talk.ask(requestOf(email, { command: 'citaat.formulier', input: { tekst, link } }));
  return answer.kind === 'form' ? answer.form : expect.fail('no form');
};
const fieldOf = (form: Form, name: string) => form.fields.find((field) => field.name === name);

test('the form has the text of the message as toelichting, and leaves the status as it is', async () => {
  const form = await formOf('  Vandaag is het convenant getekend!  ');
  expect(fieldOf(form, 'toelichting')?.value).toBe('Vandaag is het convenant getekend!');
  expect(fieldOf(form, 'status')?.value).toBe('blijft');
  expect(form.submit.input).toMatchObject({ link: LINK });
});

test('the open acties of who asks come first, then all others, each once', async () => {
  await talk.say(UWV, 'actie 3 afgerond');
  const field = fieldOf(await formOf('Iets'), 'actie');
  const nummers = field?.kind === 'choice' ? field.options.map(({ value }) => Number(value.slice(1))) : [];
  expect(nummers.slice(0, 6)).toEqual([4, 11, 15, 16, 30, 1]);
  expect(new Set(nummers).size).toBe(46);
  expect(nummers).toHaveLength(46);
});

test.each([
  ['Over actie 12: het gesprek is geweest', '#12'],
  ['#20 is gestart, zie actie 20', '#20'],
  ['De VR-brillen zijn vandaag geleverd', '#6'],
  [
    'Dag allemaal, goed nieuws!\nDe mobiliteitsteams zijn gestart met de eerste 40 kandidaten. Groet, Anna',
    '#4',
  ],
  ['De mobiliteitsteams zijn gestart. De VR-brillen zijn geleverd.', undefined],
  ['Acties 4 en 13: #4 loopt, #13 niet', undefined],
  ['actie 999 gaat goed', undefined],
  ['Fijn weekend allemaal', undefined],
])('of «%s» the actie that is chosen beforehand is %s', async (tekst, value) => {
  expect(fieldOf(await formOf(tekst), 'actie')?.value).toBe(value);
});

test('a message that is too long is cut, and that is said', async () => {
  const form = await formOf('Wacht op UWV. '.repeat(400));
  expect(fieldOf(form, 'toelichting')?.value).toHaveLength(3000);
  expect(form.intro).toContain('langer dan 3000 tekens: het eind is weggelaten');
});

test.each(['', 'geen link', 'http://onveilig.example/x', `https://a.example/${'x'.repeat(1000)}`])(
  'what is no link that can be kept is left out: «%.30s»',
  async (link) => {
    expect((await formOf('Iets', UWV, link)).submit.input).toMatchObject({ link: '' });
  },
);

test('fits on every platform', async () => {
  const form = await formOf('ë'.repeat(3000), SECRETARIS);
  expect(viewProblems(modalOf(form, { user: 'U1' }))).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(message({ kind: 'form', form })))).toBeLessThan(28 * 1024);
});
