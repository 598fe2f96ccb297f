import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { afterUitvraag } from './mailbox.ts';

const TNO = 'trekker@tno.example';
const { talk, box } = afterUitvraag();

const reject = async (nummer: number, wie = '') => {
  expect(await box.press(UWV, 'Niet van mij')).toContain('Welke actie?');
  return box.fill(UWV, { nummer: String(nummer), wie });
};

test('an actie that is not theirs leaves the message, and the secretaris hears who it may be', async () => {
  expect(await reject(4, 'de gemeente Velsen')).toContain('Genoteerd: niet van jou. #4');
  await reject(11);
  await talk.run();
  expect(box.open(UWV)).toEqual([3, 15, 16, 30]);
  const told = talk.sent.filter(({ to }) => to === SECRETARIS);
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('zegt: niet van mij. Wel van: «de gemeente Velsen»');
  expect(told[0]?.text).toContain('• #11');
  expect(await talk.say(TNO, 'actie 4')).not.toContain('niet van');
});

test('they are not asked for it in later messages either', async () => {
  await reject(4);
  talk.clock.moveTo(at('2026-12-24T09:00'));
  await talk.run();
  expect(box.open(UWV)).toEqual([3, 11, 15, 16, 30]);
});

test('twice is once', async () => {
  await box.press(UWV, 'Niet van mij');
  await box.fill(UWV, { nummer: '4' });
  expect(await box.fill(UWV, { nummer: '4' })).toContain('Al verwerkt');
  expect(await talk.inRegio((tx) => tx.afgewezen.count())).toBe(1);
});

test('who is named as the contact is asked again', async () => {
  await reject(4);
  expect(await box.say(SECRETARIS, `actie 4 contact ${UWV}`)).toContain('Contactpersoon gewijzigd');
  await talk.run();
  expect(box.open(UWV)).toContain(4);
});

test('an organisatie that is given the actie anew is asked again', async () => {
  await reject(4);
  await talk.say(SECRETARIS, 'actie 4 trekkers TNO');
  await talk.say(SECRETARIS, 'Opslaan');
  await talk.say(SECRETARIS, 'actie 4 trekkers UWV');
  await talk.say(SECRETARIS, 'Opslaan');
  expect(await talk.inRegio((tx) => tx.afgewezen.count())).toBe(0);
});
