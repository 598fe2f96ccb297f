import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';
import { mailboxOf } from './mailbox.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('the secretaris hears it in working hours, and her message says who the contact is by then', async () => {
  const box = mailboxOf(talk);
  talk.clock.moveTo(at('2026-12-17T09:00'));
  await talk.run();
  talk.clock.moveTo(at('2026-12-18T19:30'));
  await box.press(UWV, 'Niet van mij');
  await box.fill(UWV, { nummer: '4', wie: 'Piet' });
  talk.sent.length = 0;
  await talk.run();
  expect(talk.sent.filter(({ to }) => to === SECRETARIS)).toEqual([]);
  talk.clock.moveTo(at('2026-12-21T09:00'));
  await talk.run();
  expect(box.text(SECRETARIS)).toContain('zegt: niet van mij. Wel van: «Piet»');

  await box.press(SECRETARIS, 'Ander contact', { bij: 4 });
  expect(await box.fill(SECRETARIS, { wie: 'Niemand Die Bestaat' })).toContain('Ik ken niemand met de naam');
  await box.say(SECRETARIS, 'persoon toevoegen piet@uwv.example');
  await box.fill(SECRETARIS, {
    naam: 'Piet Bos',
    email: 'piet@uwv.example',
    organisatie: 'uwv',
    rol: 'trekker',
  });
  await box.press(SECRETARIS, 'Ander contact', { bij: 4 });
  expect(await box.fill(SECRETARIS, { wie: 'piet@uwv.example' })).toContain('Contactpersoon gewijzigd');
  await talk.run();
  expect(box.text(SECRETARIS)).toContain('✔ Contact is nu Piet Bos.');
  expect(box.text(SECRETARIS)).not.toContain('[Toch wel]');
});
