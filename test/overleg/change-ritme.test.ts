import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('everybody sees the rhythm of an overleg; the secretaris changes it', async () => {
  expect(await talk.say(UWV, 'overleg ritme RBA')).toContain('Ritme: elk kwartaal');
  expect(await talk.say(UWV, 'overleg ritme RBA maand')).toContain('Alleen de secretaris');
  expect(await talk.say(SECRETARIS, 'overleg ritme RBA elke maand')).toContain(
    'Ritme: elk kwartaal → elke maand',
  );
  expect(await talk.say(SECRETARIS, 'overleg ritme RBA jaar')).toContain('Ik ken het ritme «jaar» niet.');
  expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'overleg ritme' } }))).toBe(1);
});

test('an overleg on given dates gets no proposal', async () => {
  await talk.say(SECRETARIS, 'overleg ritme RBA data');
  expect(await talk.say(SECRETARIS, 'overleg plan')).toContain(
    'Regionaal Beraad Arbeidsmarkt heeft geen vast ritme. Geef zelf de data',
  );
});
