import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readDoeAgenda } from '../../src/regio/doe-agenda.ts';
import { loadDoeAgenda } from '../../src/regio/load-doe-agenda.ts';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
let desk: Desk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
beforeEach(async () => {
  await talk.reset();
  desk = deskOf(talk, SECRETARIS);
});
afterAll(() => talk.close());

test.each(['pijler 3 hernoemen Naar ander werk', 'pijler werk naar werk hernoemen naar Naar ander werk'])(
  'a pijler has another name after «%s»',
  async (words) => {
    const preview = await desk.say(words);
    expect(preview).toContain('Naam: Werk naar werk → Naar ander werk');
    expect(preview).toContain('Dit geldt voor 1 thema met 8 acties.');
    await desk.press('Opslaan');
    expect(await talk.say(UWV, 'acties pijler naar ander werk')).toContain(
      '8 acties · pijler Naar ander werk',
    );
  },
);

test('loading the files again does not bring back the old name', async () => {
  await desk.say('pijler 3 hernoemen Naar ander werk');
  await desk.press('Opslaan');
  const files = readDoeAgenda(join(import.meta.dirname, '../../prisma/doe-agenda'));
  await talk.inRegio((tx) => loadDoeAgenda(tx, files, talk.clock.now()));
  const pijlers = await talk.inRegio((tx) => tx.pijler.findMany({ orderBy: { nummer: 'asc' } }));
  expect(pijlers.map(({ naam }) => naam)).toEqual([
    'Uitkering naar werk',
    'Van onderwijs naar werk',
    'Naar ander werk',
    'Werkgelegenheid',
  ]);
});

test('a pijler is renamed in a form, where a wrong name comes back', async () => {
  await desk.say('pijler 3 hernoemen');
  expect(await desk.fill({ naam: 'werkgelegenheid' })).toContain('«Werkgelegenheid» bestaat al.');
  expect(await desk.fill({ naam: 'Naar ander werk' })).toContain('→ Naar ander werk');
});

test('a pijler is renamed by the secretaris, and exists', async () => {
  expect(await talk.say(UWV, 'pijler 3 hernoemen X Y')).toContain('Alleen de secretaris');
  expect(await desk.say('pijler vijf hernoemen X Y')).toContain('Ik ken geen pijler «vijf».');
});
