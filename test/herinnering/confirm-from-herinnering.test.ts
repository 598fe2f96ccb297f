import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { type Talk, talkOn } from '../talk.ts';

const TNO = 'trekker@tno.example';
let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('embedded');
});
beforeEach(async () => {
  await talk.reset();
  await talk.passTo(at('2026-12-17T12:00'));
});
afterAll(() => talk.close());

test('a trekker answers all acties of a herinnering, button by button', async () => {
  const left = await talk.say(TNO, 'Ongewijzigd');
  expect(left).toContain('✔ #10 is ongewijzigd gemeld.');
  expect(left).toContain('Nog open: één actie.');
  expect(left).not.toContain('• #10');
  const done = await talk.say(TNO, 'Ongewijzigd');
  expect(done).toContain('Alles is bijgewerkt. Dank je wel!');
  talk.sent.length = 0;
  await talk.passTo(at('2027-01-11T12:00'));
  expect(talk.sent.filter(({ to }) => to === TNO)).toEqual([]);
});

test('the button Bijwerken opens the form of that actie', async () => {
  expect(await talk.say(TNO, 'Bijwerken')).toContain('Actie #10 bijwerken');
  await talk.say(TNO, 'loopt');
  await talk.say(TNO, 'De Paskamer is verder ontwikkeld');
  expect(await talk.say(TNO, 'opslaan')).toContain('Geregistreerd bij #10');
});

test('an old button says what is so, and writes nothing', async () => {
  await talk.say('trekker@passport4work.example', 'actie 10 loopt Nieuwe versie in gebruik');
  expect(await talk.say(TNO, 'Ongewijzigd')).toContain(
    'Al verwerkt. Bij actie #10 staat nu: Nieuwe versie in gebruik',
  );
  expect(await talk.inRegio((tx) => tx.update.count())).toBe(1);
});
