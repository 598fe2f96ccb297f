import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Talk, talkOn, UWV } from '../talk.ts';

const numbers = (text: string) => [...text.matchAll(/^• #(\d+)/gm)].map(([, number]) => Number(number));

describe('the list of acties', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn('embedded');
  });
  afterAll(() => talk.close());

  test('has them all, each once, in order of number, a page at a time', async () => {
    let text = await talk.say(UWV, 'acties');
    expect(text).toContain('Doe-agenda: 46 acties');
    const seen = numbers(text);
    for (let page = 2; page <= 6; page += 1) {
      text = await talk.say(UWV, 'Volgende');
      expect(text).toContain(`Pagina ${page} van 6`);
      seen.push(...numbers(text));
    }
    expect(seen).toEqual(Array.from({ length: 46 }, (_, index) => index + 1));
    expect(text).not.toContain('Volgende');
    expect(numbers(await talk.say(UWV, 'Vorige'))).toEqual([33, 34, 35, 36, 37, 38, 39, 40]);
  });

  test.each([
    ['acties thema 5', [30, 31, 32], 'thema 5'],
    ['acties uwv', [3, 4, 11, 15, 16, 30], 'trekker UWV'],
    ['acties van UWV', [3, 4, 11, 15, 16, 30], 'trekker UWV'],
    ['acties rmc', [24, 25, 26, 27, 28], 'trekker RMC-netwerk'],
    ['acties WSP', [36], 'trekker Werkgeversservicepunt (WSP)'],
    ['acties heemstede pagina 2', [42], 'trekker gemeente Heemstede'],
    ['acties mijn', [3, 4, 11, 15, 16, 30], 'trekker UWV'],
    ['acties afgerond', [], 'status ✅ Afgerond'],
    ['acties stageplaatsen', [27], 'woorden «stageplaatsen»'],
    ['acties thema 99', [], 'thema 99'],
  ])('for «%s» has those that fit, and says how it was understood', async (words, expected, meaning) => {
    const text = await talk.say(UWV, words);
    expect(numbers(text)).toEqual(expected);
    expect(text).toContain(meaning);
  });

  test('asked for a page past the end shows the last', async () => {
    expect(await talk.say(UWV, 'acties pagina 99')).toContain('Pagina 6 van 6');
  });
});
