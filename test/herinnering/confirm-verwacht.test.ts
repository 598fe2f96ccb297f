import { beforeEach, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { UWV } from '../talk.ts';
import { afterVerwacht } from './mailbox.ts';

const PASSPORT = 'trekker@passport4work.example';
const { talk, box } = afterVerwacht();
beforeEach(() => talk.passTo(at('2026-12-02T12:00')));

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
  const input = { bericht, nummer: 4, na: 1 };
  const answer = await talk.ask(requestOf(PASSPORT, { command: 'verwacht.ongewijzigd', input }));
  expect(JSON.stringify(answer)).toContain('Dit bericht is niet van jou.');
});
