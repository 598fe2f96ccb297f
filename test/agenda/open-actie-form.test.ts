import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
let desk: Desk;
beforeAll(async () => {
  talk = await talkOn('postgres');
  desk = deskOf(talk, SECRETARIS);
});
afterAll(() => talk.close());

test.each(['actie toevoegen', 'Nieuwe actie toevoegen', 'nieuwe actie', 'voeg een actie toe'])(
  '«%s» opens an empty form',
  async (words) => {
    expect(await desk.say(words)).toMatch(/^Actie toevoegen\n/);
    expect(await talk.say(UWV, words)).toContain('Alleen de secretaris');
  },
);

test.each(['actie 12 bewerken', 'bewerk actie 12', '#12 aanpassen'])(
  '«%s» opens the form with what the agenda says now',
  async (words) => {
    const form = await desk.say(words);
    expect(form).toMatch(/^Actie #12 bewerken\n/);
    expect(form).toContain('Trekkers: lokaal nader te bepalen');
    expect(form).toContain('Bereik: LOKALE KEUZE, REGIONAAL MOGELIJK');
  },
);

test('«actie 12 wijzigen» is still how an update is given', async () => {
  expect(await desk.say('actie 12 wijzigen')).toMatch(/^Actie #12 bijwerken\n/);
});
