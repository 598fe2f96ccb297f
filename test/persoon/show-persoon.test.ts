import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test.each(['persoon trekker@uwv.example', 'persoon Trekker UWV', 'persoon TREKKER uwv?'])(
  '«%s» shows the card',
  async (words) => {
    const card = await talk.say(SECRETARIS, words);
    expect(card).toContain('E-mail: trekker@uwv.example\nOrganisatie: UWV\nRol: trekker');
    expect(card).toContain('Acties: #3, #4, #11, #15, #16, #30\nZetels: geen');
    expect(card).toContain('⚠ nog niet gezien op Slack of Teams');
  },
);

test('shows zetels, and where somebody has been seen', async () => {
  await talk.say('bestuurder@uwv.example', 'hallo');
  const card = await talk.say(SECRETARIS, 'persoon bestuurder@uwv.example');
  expect(card).toContain('Zetels: lid in RBA');
  expect(card).toContain('Bereikt op: de terminal');
});

test('words that fit several or nobody are asked about', async () => {
  expect(await talk.say(SECRETARIS, 'persoon uwv')).toContain(
    'Er is meer dan één persoon met «uwv»: Bestuurder UWV (bestuurder@uwv.example); Trekker UWV (trekker@uwv.example).',
  );
  expect(await talk.say(SECRETARIS, 'persoon Willem-Alexander')).toContain('Ik ken niemand met de naam');
  expect(await talk.say(SECRETARIS, 'persoon %')).toContain('Ik ken niemand met de naam');
});

test('is refused to others', async () => {
  expect(await talk.say(UWV, 'persoon trekker fnv')).toContain('Alleen de secretaris');
});
