import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const updates = () => talk.inRegio((tx) => tx.update.findMany());

test.each([
  ['de mobiliteitsteams lopen vertraging op door personeelstekort', 4, 'Meld als 🟠 Vertraagd'],
  ['De mobiliteitsteams zijn gestart.', 4, 'Meld als 🟢 Loopt'],
  ['de mobiliteitsteams lopen goed', 4, 'Meld als 🟢 Loopt'],
  ['de mobiliteitsteams liggen achter op schema', 4, 'Meld als 🟠 Vertraagd'],
  ['de VR-brillen zijn afgerond', 6, 'Meld als ✅ Afgerond'],
  ['de vr-brillen zijn helemaal klaar!', 6, 'Meld als ✅ Afgerond'],
])('«%s» is asked about, and not saved', async (typed, nummer, label) => {
  const answer = await talk.say(SECRETARIS, typed);
  expect(answer).toContain(`Wil je dit melden bij #${nummer}`);
  expect(answer).toContain(`«${typed}»`);
  expect(answer).toContain(label);
  expect(answer).toContain('Alleen als toelichting');
  expect(await updates()).toEqual([]);
});

test('a status that is denied is not offered', async () => {
  const answer = await talk.say(SECRETARIS, 'de VR-brillen zijn nog niet klaar, maar het gaat goed');
  expect(answer).not.toContain('Meld als');
});

test.each([
  'zijn de VR-brillen afgerond',
  'de VR-brillen zijn afgerond?',
  'lopen de mobiliteitsteams vertraging op',
  'weet je of de mobiliteitsteams zijn afgerond',
  'welke acties zijn vertraagd',
  'de acties van UWV zijn vertraagd',
  'hoe staat het met de mobiliteitsteams',
  'de mobiliteitsteams',
  'de metro is vertraagd',
  'iedereen is afgerond',
])('«%s» is a question', async (typed) => {
  expect(await talk.say(SECRETARIS, typed)).not.toContain('Wil je dit melden');
});

test('who may not report on it gets the actie', async () => {
  const answer = await talk.say('trekker@tno.example', 'de mobiliteitsteams zijn afgerond');
  expect(answer).not.toContain('Wil je dit melden');
});

test('what is chosen is registered with all that was typed, once', async () => {
  await talk.say(UWV, 'de mobiliteitsteams lopen vertraging op door personeelstekort');
  expect(await talk.say(UWV, 'Alleen als toelichting')).toContain('📝 Nader uit te werken (ongewijzigd)');
  expect(await updates()).toMatchObject([
    { toelichting: 'de mobiliteitsteams lopen vertraging op door personeelstekort' },
  ]);
});

test('a text that is too long for a button is a question', async () => {
  const typed = `de mobiliteitsteams zijn afgerond ${'en dat is heel fijn '.repeat(30)}`;
  expect(await talk.say(SECRETARIS, typed)).not.toContain('Wil je dit melden');
});
