import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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

/** The only actie of thema 8 goes elsewhere. */
const empty = async () => {
  const { nummer } = await talk.inRegio((tx) =>
    tx.actie.findFirstOrThrow({ where: { thema: { nummer: 8 } } }),
  );
  await desk.say(`actie ${nummer} thema 7`);
  await desk.press('Opslaan');
  return nummer;
};

test('a thema without acties goes, after it was shown', async () => {
  await empty();
  expect(await desk.say('thema 8 verwijderen')).toContain('Naam: Creëren van nieuwe werkgelegenheid');
  expect(await desk.press('Verwijderen')).toContain('Verwijderd: thema 8.');
  expect(await desk.say("thema's")).not.toContain('Thema 8.');
  expect(await desk.say('actie 12 thema 8')).toContain('Thema 8 bestaat niet.');
});

test('a thema with acties stays, and says how many', async () => {
  expect(await desk.say('thema 4 verwijderen')).toContain('Thema 4 heeft nog 9 acties.');
  expect(await talk.say(UWV, 'thema 8 verwijderen')).toContain('Alleen de secretaris');
});

test('a thema that got an actie in between stays', async () => {
  const nummer = await empty();
  await desk.say('thema 8 verwijderen');
  const remove = desk.hold('Verwijderen');
  await desk.say(`actie ${nummer} thema 8`);
  await desk.press('Opslaan');
  expect(await remove()).toContain('Thema 8 heeft nog 1 actie.');
  expect(await desk.say("thema's")).toContain('Thema 8.');
});

test('an actie cannot be saved under a thema that has gone in between', async () => {
  await empty();
  await desk.say('actie 12 thema 8');
  const save = desk.hold('Opslaan');
  await desk.say('thema 8 verwijderen');
  await desk.press('Verwijderen');
  expect(await save()).toContain('Thema 8 bestaat niet.');
  expect(await desk.say('actie 12')).toContain('Thema: 2. ');
});
