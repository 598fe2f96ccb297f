import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';

const talk = talkFor('postgres');

test('everybody sees their own, the oldest first', async () => {
  await talk.say(TNO, 'volg thema 4');
  await talk.say(TNO, 'volg actie 12');
  await talk.say(UWV, 'volg alles');
  const list = await talk.say(TNO, 'ik volg');
  expect(list).toMatch(/Je volgt:[\s\S]*thema 4[\s\S]*actie #12/);
  expect(list).not.toContain('alle acties');
  expect(await talk.say('bestuurder@uwv.example', 'wat volg ik?')).toContain('Je volgt niets.');
});

test('a channel has a list of its own, that everybody there may see and share', async () => {
  await talk.say(TNO, 'in #kanaal volg pijler werkgelegenheid');
  const list = await talk.say(UWV, 'in #kanaal kanaal volgt');
  expect(list).toContain('Dit kanaal volgt:');
  expect(list).toContain('pijler Werkgelegenheid');
  const shared = await talk.say(UWV, 'Deel in dit kanaal');
  expect(shared).toContain('pijler Werkgelegenheid');
  expect(shared).not.toContain('Niet meer volgen');
  expect(await talk.say(UWV, 'in #ander wat volgt dit kanaal?')).toContain('Dit kanaal volgt niets.');
  expect(await talk.say(UWV, 'kanaal volgt')).toContain('Dit is geen kanaal.');
});
