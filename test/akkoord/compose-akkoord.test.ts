import { expect, test } from 'vitest';
import { mailboxOf, wantDates } from '../herinnering/mailbox.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { askBoa, VELSEN } from './stage.ts';

const TNO = 'trekker@tno.example';
const talk = talkFor('postgres');

test('waits for the hours of who reads it, and is not said when it was answered before', async () => {
  talk.clock.moveTo(at('2026-11-23T19:00'));
  const { box, letters } = await askBoa(talk);
  await talk.run();
  expect(letters()).toEqual([]);
  await box.say(UWV, 'akkoord');
  await box.answerPress(UWV, 'Akkoord');
  await talk.passTo(at('2026-11-24T10:00'));
  expect(letters()).toHaveLength(7);
  expect(new Set(letters().map((letter) => letter.at))).toEqual(new Set(['24 november 2026, 09:00']));
});

test('who stands in gets it, and may answer', async () => {
  await talk.say(UWV, `afwezig t/m 9 december, vervanger ${TNO}`);
  await talk.run();
  const { box } = await askBoa(talk);
  await talk.run();
  expect(box.text(TNO)).toContain('Voor Trekker UWV, die jij vervangt:');
  expect(await box.press(TNO, 'Akkoord')).toContain('Genoteerd. UWV: ✅ Akkoord.');
});

test('dates are written as the reader wants them', async () => {
  const box = mailboxOf(talk);
  await wantDates(box, UWV, 'engels');
  await wantDates(box, SECRETARIS, 'kort');
  await askBoa(talk, box);
  await talk.run();
  const until = 'Antwoorden kan tot en met Friday 4 December 2026.';
  expect(box.text(UWV)).toContain(until);
  expect(await box.press(UWV, 'Akkoord')).toContain(until);
  expect(box.text(VELSEN)).toContain('Antwoorden kan tot en met vrijdag 4 december 2026.');
  await talk.passTo(at('2026-12-08T12:00'));
  expect(box.text(SECRETARIS)).toContain('De termijn was vr 4-12-2026.');
});
