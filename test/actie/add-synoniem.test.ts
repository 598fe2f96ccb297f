import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

describe.each(KINDS)('a synoniem, on %s', (kind) => {
  const talk = talkFor(kind);

  test('makes what was not found be found, for everyone, at once', async () => {
    expect(await talk.say(UWV, 'hoe staat het met de koptelefoons')).toContain('Niet gevonden');
    expect(await talk.say(SECRETARIS, 'synoniem koptelefoons = VR-brillen')).toContain(
      'Toegevoegd: koptelefoons = VR-brillen',
    );
    expect(await talk.say(UWV, 'hoe staat het met de koptelefoons')).toMatch(/^#6 /);
    expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'synoniem' } }))).toBe(1);
  });

  test('is added by the secretaris only', async () => {
    expect(await talk.say(UWV, 'synoniem WSP = iets')).toContain('Alleen de secretaris');
  });

  test.each([
    ['synoniem WSP = wsp', 'twee keer iets anders'],
    ['synoniem WSP = werkgeversservicepunt', 'al'],
    ['synoniem 😀 = 😀', 'twee keer iets anders'],
  ])('is refused for «%s»', async (words, why) => {
    expect(await talk.say(SECRETARIS, words)).toContain(why);
  });
});
