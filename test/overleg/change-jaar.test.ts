import { expect, test } from 'vitest';
import type { Answer } from '../../src/chat/platform.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, type Talk } from '../talk.ts';

const talk = talkFor('postgres');

type Say = Parameters<Talk['ask']>[0]['say'];
const ask = (say: Say) => talk.ask(requestOf(SECRETARIS, say));
const formIn = (answer: Answer) => {
  if (answer.kind !== 'form') throw new Error('no form');
  return answer.form;
};

/** The form of the open voorstel, and what it says when it is handed in. */
async function opened() {
  await ask({ text: 'overleg plan' });
  const { id, inhoud } = await talk.inRegio((tx) =>
    tx.voorstel.findFirstOrThrow({ where: { status: 'open' } }),
  );
  const overleg = (inhoud as { overleg: number }).overleg;
  const form = formIn(await ask({ command: 'overleg.plan.formulier', input: { overleg, voorstel: id } }));
  const hand = (fields: Record<string, string>) =>
    ask({ command: form.submit.command, input: { ...form.submit.input, ...fields } });
  return { form, hand };
}

test('the dates of a voorstel stand on its form, with room for more', async () => {
  const { form } = await opened();
  expect(form.fields.map(({ value }) => value)).toEqual([
    '12 april 2027 10:00',
    '5 juli 2027 10:00',
    '11 oktober 2027 10:00',
    '',
    '',
  ]);
});

test('what is wrong is said at its field, and the rest is kept', async () => {
  const { hand } = await opened();
  const fields = {
    datum1: '25 december 2027',
    datum2: 'ooit',
    datum3: '2 november 2026',
    datum4: '11-1-2027 10:00',
    datum5: '8 april 2027',
    datum6: '8-4-2027 10:00',
  };
  const form = formIn(await hand(fields));
  expect(form.fields.slice(0, 6).map(({ error }) => error ?? '')).toEqual([
    'zaterdag 25 december 2027 valt in het weekend. Kies een werkdag.',
    expect.stringContaining('Ik begrijp de datum «ooit» niet.'),
    expect.stringContaining('is al geweest'),
    'Dan staat er al een vergadering gepland.',
    '',
    'Deze datum staat er al.',
  ]);
  expect(form.fields[4]?.value).toBe('8 april 2027');
  expect(await talk.inRegio((tx) => tx.vergadering.count())).toBe(1);
});

test('an empty field leaves its date out, and the new voorstel takes the place of the old', async () => {
  const { hand } = await opened();
  const answer = await hand({ datum1: '8 april 2027 14:00', datum2: '', datum3: '11 oktober 2027' });
  expect(JSON.stringify(answer)).toContain('2 vergaderingen');
  expect(JSON.stringify(answer)).not.toContain('juli');
  const states = await talk.inRegio((tx) => tx.voorstel.findMany({ orderBy: { id: 'asc' } }));
  expect(states.map(({ status }) => status)).toEqual(['vervallen', 'open']);
});

test('a form without a date asks for one', async () => {
  const { hand } = await opened();
  expect(formIn(await hand({ datum1: '', datum2: '' })).fields[0]?.error).toContain('Vul een datum in');
});
