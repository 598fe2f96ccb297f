import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const JAN = 'jan@uwv.example';
const add = (rol = 'deelnemer') => talk.say(SECRETARIS, `persoon toevoegen Jan ${JAN} UWV ${rol}`);

test('the contact is the one who is asked and reminded, a deelnemer too; the others are not', async () => {
  await add();
  expect(await talk.say(SECRETARIS, 'actie 4 contact Jan')).toContain(
    'UWV: iedereen met de rol trekker → Jan (jan@uwv.example)',
  );
  expect(await talk.say(UWV, 'actie 4')).toContain('Contact: Jan (jan@uwv.example)');
  await talk.passTo(at('2026-12-17T09:00'));
  expect(talk.sent.find(({ to }) => to === JAN)?.text).toContain('#4 ');
  expect(talk.sent.find(({ to }) => to === UWV)?.text).not.toContain('#4 ');
});

test('«niemand» makes it everyone again', async () => {
  await add();
  await talk.say(SECRETARIS, 'actie 4 contactpersoon Jan');
  expect(await talk.say(SECRETARIS, 'actie 4 contact niemand')).toContain(
    'UWV: Jan → iedereen met de rol trekker',
  );
  expect(await talk.say(SECRETARIS, 'actie 4 contact niemand')).toContain('heeft geen vaste contactpersoon');
});

test('words that name nobody are an update', async () => {
  expect(await talk.say(UWV, 'actie 4 contact gelegd met drie gemeenten')).toContain('Geregistreerd bij #4');
  expect(await talk.say(UWV, 'actie 4')).toContain('Laatste update: contact gelegd met drie gemeenten');
});

test.each([
  ['actie 4 contact trekker@tno.example', 'kan niets melden voor een trekker van actie #4 (UWV)'],
  ['actie 12 contact trekker@tno.example', 'heeft nog geen organisatie als trekker'],
  ['actie 99 contact trekker@tno.example', 'bestaat niet'],
])('«%s» is refused', async (words, why) => {
  expect(await talk.say(SECRETARIS, words)).toContain(why);
});

test('who only reads cannot be it, and others cannot name one', async () => {
  await add('lezer');
  expect(await talk.say(SECRETARIS, 'actie 4 contact Jan')).toContain('Jan is lezer bij UWV');
  expect(await talk.say(UWV, 'actie 4 contact Jan')).toContain('Alleen de secretaris');
});
