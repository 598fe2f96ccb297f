import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { talkFor } from '../scene.ts';
import { UWV } from '../talk.ts';

describe.each(KINDS)('a question in plain words, on %s', (kind) => {
  const talk = talkFor(kind);

  test.each([
    ['hoe staat het met de mobiliteitsteams?', /^#4 /],
    ['wie trekt de HARRIE-training', /^#17 /],
    [
      'Beste Doebot, ik heb straks een gesprek en wil graag weten hoe het staat met de banenmotoren. Dank!',
      /^#46 /,
    ],
    ['wanneer is het volgende overleg', /^Regionaal Beraad Arbeidsmarkt/],
    ['wat moet ik nog doen', /^6 acties · .*jouw organisatie/],
    ['hoeveel moeten nog worden uitgewerkt', /^18 acties/],
    ['wat is er veranderd sinds het vorige overleg', /sinds/i],
    ['goedemiddag', /^Dit kun je Doebot vragen/],
    ['jongeren', /^Bedoel je een van deze acties\?/],
    ['status actie 120', /bestaat niet\. De nummers lopen van 1 tot en met 46\./],
  ])('«%s» is answered', async (vraag, answer) => {
    expect(await talk.say(UWV, vraag)).toMatch(answer);
  });

  test.each([
    'hoe staat het met de metro',
    'wie is de burgemeester van Haarlem',
    'hoeveel inwoners heeft velsen',
    'acties over windenergie in haarlem',
    'hoe gaat het met de nieuwe brug',
    'asdfghjkl',
  ])('«%s» is not guessed at', async (vraag) => {
    expect(await talk.say(UWV, vraag)).toMatch(/^Niet gevonden\./);
  });

  test('with words that nothing is made of is no list, but the offer of one', async () => {
    const text = await talk.say(UWV, 'welke acties van het UWV beginnen volgend jaar?');
    expect(text).toMatch(/^Bedoel je deze lijst: trekker UWV\? .*«beginnen volgend jaar»/);
    expect(text).toContain('Toon die 6 acties');
  });

  test('about a group counts what its members carry alone', async () => {
    expect(await talk.say(UWV, 'hoeveel acties trekken de gemeenten')).toMatch(/^13 acties/);
  });

  test('whose parts mean different acties is a choice', async () => {
    const text = await talk.say(UWV, 'hoe staat het met de paskamer, en met de banenmotoren?');
    expect(text).toMatch(/^Bedoel je/);
    expect(text).toContain('Bekijk #10');
    expect(text).toContain('Bekijk #46');
  });

  test.each([
    'is actie 4 afgerond?',
    'actie 4 hoe staat het',
    'actie 4 loopt dat nog wel?',
    'zet actie 4 op afgerond',
    'moet actie 4 niet vertraagd zijn?',
    '4 afgerond?',
  ])('«%s» changes nothing', async (vraag) => {
    await talk.say(UWV, vraag);
    expect(await talk.inRegio((tx) => tx.update.count())).toBe(0);
  });
});
