import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const _P = 'trekker@passport4work.example';
/** When the uitvraag for the vergadering of 11 January has been sent. */
const GEVRAAGD = at('2026-12-17T12:00');
let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('embedded');
});
beforeEach(async () => {
  await talk.reset();
  await talk.passTo(GEVRAAGD);
});
afterAll(() => talk.close());

test('a trekker answers all acties of a herinnering, button by button', async () => {
  console.log(talk.sent.filter(({ to }) => to === TNO || to === UWV).map(({ at, text }) => `${at}\n${text}`).join('\n----\n'));
  const left = await talk.say(TNO, 'Ongewijzigd');
  console.log(left);
  expect(left).toContain('Nog één actie.');
  expect(left).toContain('✔ Klaar: #10.');
  expect(left).not.toContain('• #10');
  const done = await talk.say(TNO, 'Ongewijzigd');
  console.log(done);
  expect(done).toContain('Alles is bijgewerkt. Dank je wel!');
  talk.sent.length = 0;
  await talk.passTo(at('2027-01-11T09:59'));
  console.log(talk.sent.filter(({ to }) => to === TNO));
});
