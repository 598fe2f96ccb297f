import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

const JAN = 'jan@uwv.example';
let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
beforeEach(async () => {
  await talk.reset();
  await talk.say(SECRETARIS, `persoon toevoegen Jan ${JAN} UWV deelnemer`);
});
afterAll(() => talk.close());

test.each(['contact UWV Jan', 'organisatie UWV contact Jan', 'contact van uwv is Jan'])(
  '«%s» is understood',
  async (words) => {
    expect(await talk.say(SECRETARIS, words)).toContain(`Contact van UWV: niemand → Jan (${JAN}).`);
    expect(await talk.say(SECRETARIS, words)).toContain('Jan is al het contact van UWV.');
    expect(await talk.say(SECRETARIS, 'contact UWV weg')).toContain(`Jan (${JAN}) → niemand`);
    expect(await talk.say(SECRETARIS, 'contact UWV weg')).toContain('UWV heeft geen contact.');
  },
);

test('the contact answers for who is away without a vervanger', async () => {
  await talk.say(SECRETARIS, 'contact UWV Jan');
  await talk.say(UWV, 'afwezig t/m 9 januari');
  await talk.passTo(at('2026-12-17T09:05'));
  expect(talk.sent.find(({ to }) => to === JAN)?.text).toContain('Voor Trekker UWV, van jouw organisatie');
});

test('is for somebody who works there and may report', async () => {
  expect(await talk.say(SECRETARIS, 'contact UWV trekker@tno.example')).toContain(
    'kan niets melden voor UWV',
  );
  expect(await talk.say(SECRETARIS, 'contact UVW Jan')).toContain('Ik ken geen organisatie «UVW Jan»');
  expect(await talk.say(UWV, 'contact UWV Jan')).toContain('Alleen de secretaris');
});

test('goes along in an overdracht, and stays behind when somebody works elsewhere', async () => {
  await talk.say(SECRETARIS, 'contact UWV Jan');
  expect(await talk.say(SECRETARIS, `overdracht ${JAN} aan ${UWV}`)).toContain('Contact van: UWV');
  await talk.say(SECRETARIS, 'Overdragen');
  expect(await talk.say(SECRETARIS, 'contact UWV')).toContain('Contact van UWV: Trekker UWV');
  await talk.say(SECRETARIS, 'contact UWV Jan');
  await talk.say(SECRETARIS, `persoon wijzigen ${JAN}`);
  for (const line of ['Jan', JAN, 'TNO', 'deelnemer']) await talk.say(SECRETARIS, line);
  await talk.say(SECRETARIS, 'Wijzigen');
  expect(await talk.say(SECRETARIS, 'contact UWV')).toContain('Contact van UWV: niemand.');
});
