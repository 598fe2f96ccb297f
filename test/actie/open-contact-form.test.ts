import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestOf } from '../request.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

const open = (email: string) =>
  talk.ask(requestOf(email, { command: 'actie.contact.formulier', input: { nummer: 4 } }));

test('the secretaris is asked who it is; a name that nobody has is no update', async () => {
  const answer = await open(SECRETARIS);
  expect(answer.kind === 'form' && answer.form.title).toBe('Contact van actie #4');
  expect(JSON.stringify(await open(UWV))).toContain('Alleen de secretaris');
});
