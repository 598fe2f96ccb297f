import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const talk = talkFor('postgres');

test('the secretaris sees everybody, others their own organisatie and whom they stand in for', async () => {
  expect(await talk.say(SECRETARIS, 'wie is er afwezig?')).toContain('Niemand heeft afwezigheid gemeld.');
  await talk.say(UWV, 'afwezig t/m 9 januari');
  await talk.say(TNO, 'afwezig van 21 december t/m 24 december, vervanger trekker@awvn.example');
  const all = await talk.say(SECRETARIS, 'afwezig wie');
  expect(all).toContain('Trekker UWV (UWV)\n  t/m zaterdag 9 januari 2027, zonder vervanger');
  expect(all).toContain('Trekker TNO');
  expect(await talk.say('bestuurder@uwv.example', 'afwezigen')).toContain('Trekker UWV');
  expect(await talk.say('bestuurder@uwv.example', 'afwezigen')).not.toContain('Trekker TNO');
  expect(await talk.say('trekker@awvn.example', 'wie is er op vakantie?')).toContain('Trekker TNO');
});
