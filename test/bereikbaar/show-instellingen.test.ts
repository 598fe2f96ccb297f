import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('shows how somebody is reminded, when next, and when they are away', async () => {
  await talk.say(UWV, 'afwezig van 21 december t/m 9 januari');
  const card = await talk.say(UWV, 'hoe word ik herinnerd?');
  expect(card).toContain('Via: waar je het laatst was');
  expect(card).toContain('Tijd: gewoon (meestal 09:00 uur)');
  expect(card).toContain(
    'Afwezig: van maandag 21 december 2026 t/m zaterdag 9 januari 2027, zonder vervanger',
  );
});

test('says so when nothing is planned', async () => {
  expect(await talk.say('trekker@awvn.example', 'mijn herinneringen')).toMatch(
    /Volgende herinnering: (?:er is niets gepland|\w)/,
  );
  await talk.inRegio((tx) => tx.herinnering.deleteMany());
  expect(await talk.say(UWV, 'instellingen')).toContain('Volgende herinnering: er is niets gepland');
});
