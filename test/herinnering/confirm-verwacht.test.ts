import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';
import { type Mailbox, mailboxOf } from './mailbox.ts';

const PASSPORT = 'trekker@passport4work.example';
let talk: Talk;
let box: Mailbox;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
beforeEach(async () => {
  await talk.reset();
  box = mailboxOf(talk);
  for (const nummer of [4, 11]) {
    await box.say(UWV, `actie ${nummer} bijwerken`);
    await box.fill(UWV, { status: 'loopt', toelichting: 'Bezig', verwachtOp: '1 december' });
  }
  await talk.passTo(at('2026-12-02T12:00'));
});
afterAll(() => talk.close());

test('«Ongewijzigd» registers it, and the message shows what is left', async () => {
  const answer = await box.press(UWV, 'Ongewijzigd', { bij: 4 });
  expect(answer).toContain('✔ Klaar: #4.');
  expect(answer).toContain('#11 zou op 1 december 2026 klaar zijn.');
  const last = await talk.inRegio((tx) => tx.update.findFirstOrThrow({ orderBy: { id: 'desc' } }));
  expect(last.soort).toBe('ongewijzigd');
});

test('is done when everything is answered', async () => {
  await box.press(UWV, 'Ongewijzigd', { bij: 4 });
  expect(await box.press(UWV, 'Ongewijzigd', { bij: 11 })).toContain('Alles is bijgewerkt.');
});

test('an old button says what is so, and registers nothing', async () => {
  const press = box.hold(UWV, 'Ongewijzigd', { bij: 4 });
  await press();
  expect(await press()).toContain('Al verwerkt.');
  expect(await talk.inRegio((tx) => tx.update.count({ where: { soort: 'ongewijzigd' } }))).toBe(1);
});

test('the button is for who got the message', async () => {
  const rows = await talk.inRegio((tx) => tx.herinnering.findMany({ where: { soort: 'verwacht' } }));
  const bericht = rows.find(({ berichtId }) => berichtId !== null)?.berichtId ?? 0;
  const account = { id: PASSPORT, address: { email: PASSPORT }, email: async () => PASSPORT };
  const answer = await talk.ask({
    ...{ id: 'other', platform: 'console', tenant: 'console', account },
    say: { command: 'verwacht.ongewijzigd', input: { bericht, nummer: 4, na: 1 } },
  });
  expect(JSON.stringify(answer)).toContain('Dit bericht is niet van jou.');
});
