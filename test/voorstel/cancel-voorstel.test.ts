import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn } from '../talk.ts';

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

test('a voorstel that is cancelled changes nothing, and cannot be saved any more', async () => {
  await desk.say('actie 12 thema 4');
  const [save, cancel] = [desk.hold('Opslaan'), desk.hold('Annuleren')];
  const text = await cancel();
  expect(text).toContain('Geannuleerd. Er is niets gewijzigd.');
  expect(text).toContain('Thema: 2. ');
  expect(await save()).toContain('Al verwerkt: dit voorstel is op 23 november 2026, 09:00 uur geannuleerd.');
  expect(await desk.say('actie 12')).toContain('Thema: 2. ');
});

test('a voorstel that was saved is not cancelled', async () => {
  await desk.say('actie 12 thema 4');
  const cancel = desk.hold('Annuleren');
  await desk.press('Opslaan');
  expect(await cancel()).toContain('uur opgeslagen. Zo staat het er nu:');
  expect(await desk.say('actie 12')).toContain('Thema: 4. ');
});
