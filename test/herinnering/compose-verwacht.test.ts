import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { afterVerwacht, wantDates } from './mailbox.ts';

const { talk, box } = afterVerwacht();

const asked = () => talk.sent.filter(({ to, text }) => to === UWV && text.includes('verwachte datum'));

test('one message asks about all that was to be done, on the next working day', async () => {
  await talk.passTo(at('2026-12-02T12:00'));
  expect(asked().map((letter) => letter.at)).toEqual(['2 december 2026, 09:00']);
  expect(box.text(UWV)).toContain('#4 zou op 1 december 2026 klaar zijn. Hoe staat het?');
  expect(box.open(UWV)).toEqual([4, 11]);
});

test('the date is written as the reader wants it, also after a press', async () => {
  await wantDates(box, UWV, 'engels');
  await talk.passTo(at('2026-12-02T12:00'));
  expect(box.text(UWV)).toContain('#4 zou op 1 December 2026 klaar zijn. Hoe staat het?');
  expect(await box.press(UWV, 'Ongewijzigd', { bij: 4 })).toContain('#11 zou op 1 December 2026 klaar zijn.');
});

test('each date is asked about once', async () => {
  await talk.passTo(at('2026-12-02T12:00'));
  await box.say(SECRETARIS, 'vakantie herfst 14 december t/m 18 december');
  await talk.passTo(at('2026-12-10T12:00'));
  expect(asked()).toHaveLength(1);
});

test('what is reported anywhere leaves the message, and comes back when that is undone', async () => {
  await talk.passTo(at('2026-12-02T12:00'));
  await box.say(UWV, 'actie 4 loopt Nog een week');
  await talk.run();
  expect(box.open(UWV)).toEqual([11]);
  expect(box.text(UWV)).toContain('✔ Klaar: #4.');
  await box.answerPress(UWV, 'Ongedaan maken');
  await talk.run();
  expect(box.open(UWV)).toEqual([4, 11]);
  expect(
    asked()
      .slice(1)
      .every(({ edited }) => edited),
  ).toBe(true);
});

test('who stands in gets it and answers for who is away', async () => {
  await box.say(UWV, 'afwezig t/m 9 december, vervanger trekker@tno.example');
  talk.sent.length = 0;
  await talk.passTo(at('2026-12-02T12:00'));
  expect(talk.sent.map(({ to }) => to)).toContain('trekker@tno.example');
  expect(box.text('trekker@tno.example')).toContain('Voor Trekker UWV, die jij vervangt:');
  expect(await box.press('trekker@tno.example', 'Ongewijzigd', { bij: 4 })).toContain('✔ Klaar: #4.');
  const update = await talk.inRegio((tx) =>
    tx.update.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { namens: true } }),
  );
  expect(update.namens?.email).toBe(UWV);
});

test('waits for the hours of who reads it', async () => {
  await box.say(UWV, 'herinner mij op donderdag en vrijdag');
  await talk.passTo(at('2026-12-04T12:00'));
  expect(asked().map((letter) => letter.at)).toEqual(['3 december 2026, 09:00']);
});
