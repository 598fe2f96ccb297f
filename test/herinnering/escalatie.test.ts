import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { talkWithFew } from './few.ts';

const talk = talkWithFew();

const asksUwv = () =>
  talk.sent.filter(({ to, text, edited }) => to === UWV && !edited && text.startsWith('Update voor'));
const escalated = () =>
  talk.sent.filter(({ text, edited }) => !edited && text.includes('Hier is nog niets over gemeld'));

test('at short notice nobody hears that somebody does not answer before a working day after they were asked', async () => {
  await talk.say(SECRETARIS, 'overleg verplaats 27 november 2026 14:00');
  await talk.run();
  expect(asksUwv().map((letter) => letter.at)).toEqual(['23 november 2026, 09:00']);
  expect(escalated()).toEqual([]);
  await talk.passTo(at('2026-11-27T12:00'));
  expect(escalated().map(({ to, at: when }) => `${to} ${when}`)).toEqual([
    `${SECRETARIS} 24 november 2026, 09:00`,
  ]);
});

test('each step further up has a working day', async () => {
  await talk.say(SECRETARIS, 'persoon toevoegen Jan jan@uwv.example UWV deelnemer');
  await talk.say(SECRETARIS, 'contact UWV Jan');
  await talk.say(SECRETARIS, 'overleg verplaats 27 november 2026 14:00');
  await talk.passTo(at('2026-11-27T12:00'));
  const steps = escalated().map(({ to, at: when }) => `${to} ${when}`);
  // The others have no contact: theirs go to the secretaris first, who has one more for UWV a working day later.
  expect(steps.toSorted()).toEqual([
    'jan@uwv.example 24 november 2026, 09:00',
    `${SECRETARIS} 24 november 2026, 09:00`,
    `${SECRETARIS} 25 november 2026, 09:00`,
  ]);
});

test('what was said with a later step is not asked again when everything is planned again', async () => {
  await talk.say(SECRETARIS, 'overleg verplaats 2 december 2026');
  await talk.run();
  expect(asksUwv()).toHaveLength(1);
  talk.clock.moveTo(at('2026-11-24T09:00'));
  await talk.say(SECRETARIS, 'vakantie toevoegen Herfst 3 maart 2027 t/m 5 maart 2027');
  await talk.say(SECRETARIS, 'overleg aanloop RBA stukken 3 werkdagen');
  await talk.passTo(at('2026-11-27T12:00'));
  expect(asksUwv()).toHaveLength(1);
});

test('a question comes before the end of the aanlevertermijn, whoever stands in wants it on which day', async () => {
  await talk.say('trekker@tno.example', 'herinner mij alleen op maandag');
  await talk.say(UWV, 'afwezig t/m 20 januari 2027, vervanger trekker@tno.example');
  await talk.passTo(at('2026-12-30T08:00'));
  const asked = talk.sent.filter(
    ({ to, text, edited }) => to === 'trekker@tno.example' && !edited && text.includes('die jij vervangt'),
  );
  // The aanlevertermijn is Tuesday 29 December.
  expect(asked.some((letter) => letter.at === '29 december 2026, 09:00')).toBe(true);
});
