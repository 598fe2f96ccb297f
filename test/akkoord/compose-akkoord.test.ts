import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { UWV } from '../talk.ts';
import { askBoa } from './stage.ts';

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
