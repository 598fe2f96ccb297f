import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('the list goes page by page, by organisatie, and flags who is on no platform yet', async () => {
  await talk.say(UWV, 'hallo');
  const first = await talk.say(SECRETARIS, 'personen');
  expect(first).toContain('50 personen\n⚠ 48 nog niet gezien op Slack of Teams');
  expect(first).toContain('Trekker FNV (trekker@fnv.example) · trekker · ⚠ nog niet gezien');
  expect(first).toContain('Pagina 1 van 4');
  expect(await talk.say(SECRETARIS, 'Volgende')).toContain('Pagina 2 van 4');
  expect(await talk.say(SECRETARIS, 'personen bij UWV')).toContain(
    'Trekker UWV (trekker@uwv.example) · trekker · de terminal',
  );
});

test('all pages together name everybody once', async () => {
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => talk.say(SECRETARIS, `personen pagina ${page}`)),
  );
  const mails = pages.join('\n').match(/\S+@\S+\.example/g) ?? [];
  expect(mails.length).toBe(50);
  expect(new Set(mails).size).toBe(50);
});

test('says how many acties nobody can answer for, with a button to them', async () => {
  expect(await talk.say(SECRETARIS, 'personen')).not.toContain('zonder contact');
  await talk.inRegio((tx) =>
    tx.persoon.updateMany({ where: { email: { contains: '@uwv' } }, data: { rol: 'lezer' } }),
  );
  expect(await talk.say(SECRETARIS, 'personen')).toContain('⚠ 6 acties zonder contact');
  expect(await talk.say(SECRETARIS, 'Acties zonder contact')).toContain('6 acties · zonder contact');
});

test('is refused to others, and names who can', async () => {
  expect(await talk.say(UWV, 'personen')).toBe(
    'Alleen de secretaris, Ambtelijk secretaris (secretaris@haarlem.example), kan personen bekijken. Neem daar contact mee op.',
  );
});

test('an organisatie that is not there is refused with those that are', async () => {
  expect(await talk.say(SECRETARIS, 'personen bij de NASA')).toContain('Kies uit: awvn, cnv,');
});

test('a question about acties for personen stays a question', async () => {
  expect(await talk.say(UWV, 'personen met een uitkering')).not.toContain('Alleen de secretaris');
});
