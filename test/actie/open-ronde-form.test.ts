import { expect, test } from 'vitest';
import type { Form } from '../../src/chat/form.ts';
import { modalOf } from '../../src/slack/modal.ts';
import { message } from '../../src/teams/message.ts';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { viewProblems } from '../slack/block-kit.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { problemsOf } from '../teams/adaptive-check.ts';

const talk = talkFor('postgres');

type From = { vanaf?: number; wacht?: boolean };

const askFor = (email: string, input: From) =>
  talk.ask(requestOf(email, { command: 'ronde.formulier', input }));
const formFor = async (email: string, input: From = {}): Promise<Form> => {
  const answer = await askFor(email, input);
  return answer.kind === 'form' ? answer.form : expect.fail('no form');
};
const nummersOf = ({ fields }: Form) => [
  ...new Set(fields.map(({ name }) => Number(name.replace(/\D/g, '')))),
];

test.each([
  'alles bijwerken',
  'mijn acties bijwerken',
  'acties mijn bijwerken',
  'acties bijwerken',
  'werk al mijn acties bij',
  'Alles bijwerken.',
])('«%s» asks about all my open acties', async (words) => {
  expect(await talk.say(UWV, words)).toContain('Mijn acties bijwerken');
  await talk.say(UWV, 'stop');
});

test('asks about the open acties of the organisatie of who asks, and skips unless something is chosen', async () => {
  await talk.say(UWV, 'actie 3 afgerond');
  const form = await formFor(UWV);
  expect(nummersOf(form)).toEqual([4, 11, 15, 16, 30]);
  expect(form.fields[0]).toMatchObject({ value: 'overslaan', hint: 'Nu: 📝 Nader uit te werken' });
});

test('offers what an actie can become, and says which status stays', async () => {
  await talk.say(UWV, 'actie 4 vertraagd Wachten op geld');
  const field = (await formFor(UWV)).fields.find(({ name }) => name === 'keuze_4');
  expect(field?.kind === 'choice' ? field.options.map(({ label }) => label) : []).toEqual([
    'Overslaan',
    'Ongewijzigd',
    '📝 Nader uit te werken',
    '🟢 Loopt',
    '🟠 Vertraagd (blijft zo)',
    '✅ Afgerond',
    '⛔ Gestopt',
  ]);
  expect(field?.hint).toContain('Wachten op geld (Trekker UWV');
});

test('asks about ten at a time, and goes on with the rest', async () => {
  const form = await formFor(SECRETARIS);
  expect(nummersOf(form)).toEqual([11, 14, 15, 16, 24, 30, 32, 33, 40, 42]);
  expect(form.intro).toContain('Daarna nog 1.');
  expect(nummersOf(await formFor(SECRETARIS, { vanaf: 43 }))).toEqual([44]);
});

test('asks only about what waits for an update, when that is asked', async () => {
  talk.clock.moveTo(at('2027-01-12T09:00'));
  await talk.say(UWV, 'actie 4 ongewijzigd');
  expect(nummersOf(await formFor(UWV, { wacht: true }))).toEqual([3, 11, 15, 16, 30]);
  expect(nummersOf(await formFor(UWV))).toContain(4);
});

test('says so when nothing waits any more', async () => {
  for (const nummer of [3, 4, 11, 15, 16, 30]) await talk.say(UWV, `actie ${nummer} ongewijzigd`);
  expect(JSON.stringify(await askFor(UWV, { wacht: true }))).toContain('Al je acties zijn bijgewerkt.');
});

test('an organisatie without open acties is told so', async () => {
  expect(await talk.say('trekker@fnv.example', 'actie 3 afgerond')).toContain('Afgerond');
  expect(await talk.say('trekker@fnv.example', 'alles bijwerken')).toContain('geen acties die nog open zijn');
});

test('fits on every platform, however much is filled in', async () => {
  const form = await formFor(SECRETARIS);
  const error = 'Schrijf er in één zin bij waarom. '.repeat(5);
  const fields = form.fields.map((field) =>
    field.kind === 'text' ? { ...field, value: 'ë'.repeat(field.maxLength), error } : field,
  );
  const full = { ...form, fields };
  expect(viewProblems(modalOf(full, { user: 'U1', url: 'https://hooks.slack.example/'.repeat(8) }))).toEqual(
    [],
  );
  const posted = message({ kind: 'form', form: full });
  expect(Buffer.byteLength(JSON.stringify(posted))).toBeLessThan(28 * 1024);
  const [{ content }] = posted['attachments'] as [{ content: object }];
  expect(problemsOf(content)).toEqual([]);
});
