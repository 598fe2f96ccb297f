import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { askBoa, CONVENANT, VELSEN } from './stage.ts';

const TNO = 'trekker@tno.example';
const talk = talkFor('postgres');

test('says how it stands, and silence is no yes', async () => {
  const { box } = await askBoa(talk);
  await talk.run();
  await box.press(UWV, 'Akkoord');
  await box.press(VELSEN, 'Niet akkoord');
  await box.fill(VELSEN, { reden: 'Te duur' });
  const seen = await box.say(TNO, 'akkoord 1');
  expect(seen).toContain('1 van 8 akkoord, 1 niet akkoord, 6 nog geen antwoord.');
  expect(seen).toContain('Te duur');
  expect(seen).not.toContain('Nieuwe versie');
  const own = await box.say(VELSEN, 'akkoord 1');
  expect(own.match(/gemeente Velsen: /g)).toHaveLength(1);
  expect(own).toMatch(/• gemeente Velsen: .*\n.*Te duur/);
  expect(() => box.hold(TNO, 'Akkoord', { of: `answer ${TNO}` })).toThrow('No button');
});

test('lists them where there are several, and says so where there are none', async () => {
  expect(await talk.say(TNO, 'akkoord')).toContain('Er is nog nergens akkoord op gevraagd.');
  const { box } = await askBoa(talk);
  expect(await box.say(UWV, 'akkoord')).toContain('Akkoord 1: Convenant werkgelegenheid (versie 1)');
  await box.say(SECRETARIS, 'akkoord vragen');
  await box.fill(SECRETARIS, { ...CONVENANT, titel: 'Jaarplan' });
  const list = await box.say(UWV, 'akkoord');
  expect(list).toContain('2. Jaarplan (versie 1)');
  expect(list).toContain('1. Convenant werkgelegenheid (versie 1)');
  expect(await box.say(UWV, 'akkoord 9')).toContain('Er is geen vraag om akkoord met nummer 9.');
});
