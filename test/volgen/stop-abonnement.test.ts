import { expect, test } from 'vitest';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS } from '../talk.ts';

const TNO = 'trekker@tno.example';

const talk = talkFor('postgres');

const press = (email: string, abonnement: number, channel?: string) =>
  talk.ask({
    ...requestOf(email, { command: 'volgen.stop', input: { abonnement } }),
    ...(channel && { channel: { id: channel, address: { channel } } }),
  });
const first = () => talk.inRegio((tx) => tx.abonnement.findFirstOrThrow({ orderBy: { id: 'asc' } }));
const count = () => talk.inRegio((tx) => tx.abonnement.count());

test('works by words, by number and by the button, and shows what is left', async () => {
  for (const words of ['volg actie 12', 'volg thema 4', 'volg uwv']) await talk.say(TNO, words);
  const left = await talk.say(TNO, 'stop volgen 12');
  expect(left).toContain('✔ Je volgt niet meer: actie #12');
  expect(left).toContain('thema 4');
  expect(await talk.say(TNO, 'Niet meer volgen')).toContain('✔ Je volgt niet meer: thema 4');
  expect(await talk.say(TNO, 'volg niet meer uwv')).toContain('Je volgt niets.');
  expect(await count()).toBe(0);
});

test('of what is not followed is refused', async () => {
  expect(await talk.say(TNO, 'stop volgen actie 12')).toContain('Je volgt actie #12 Onderzoeken');
  expect(await talk.say(TNO, 'stop volgen alles')).toContain('Je volgt niets.');
  expect(await talk.say(TNO, 'in #kanaal stop volgen 12')).toContain('Dit kanaal volgt actie #12');
});

test('without what, shows the list to choose from', async () => {
  await talk.say(TNO, 'volg actie 12');
  expect(await talk.say(TNO, 'stop met volgen')).toContain('[a] Niet meer volgen');
  expect(await count()).toBe(1);
});

test('of alles stops everything here, and nothing elsewhere', async () => {
  for (const words of ['volg actie 12', 'volg thema 4', 'in #kanaal volg thema 4'])
    await talk.say(TNO, words);
  await talk.say(TNO, 'stop volgen alles');
  expect(await talk.inRegio((tx) => tx.abonnement.findMany())).toMatchObject([{ persoonId: null }]);
});

test("is not for somebody else's, nor for a channel from outside it", async () => {
  await talk.say(TNO, 'volg actie 12');
  const mine = await first();
  expect(JSON.stringify(await press(SECRETARIS, mine.id))).toContain('Dit is niet van jou.');
  await press(TNO, mine.id);
  await talk.say(TNO, 'in #kanaal volg actie 12');
  const ofKanaal = await first();
  expect(JSON.stringify(await press(TNO, ofKanaal.id, '#ander'))).toContain('stop je in dat kanaal');
  expect(await count()).toBe(1);
  expect(JSON.stringify(await press(SECRETARIS, ofKanaal.id, '#kanaal'))).toContain(
    'Dit kanaal volgt niet meer',
  );
  expect(JSON.stringify(await press(SECRETARIS, ofKanaal.id, '#kanaal'))).toContain(
    'Dit kanaal volgt niets.',
  );
});
