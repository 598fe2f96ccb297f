import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

const numbers = (text: string) => [...text.matchAll(/^• #(\d+)/gm)].map(([, number]) => Number(number));

describe('the list of acties', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn('postgres');
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
    [
      'acties loopt ijmond thema 4',
      [28, 29],
      'thema 4 (Aansluiting onderwijs en arbeidsmarkt) · status 🟢 Loopt · bereik IJmond',
    ],
    ['acties thema 4 ijmond loopt', [28, 29], 'bereik IJmond'],
    ['acties zonder trekker', [12, 18, 19, 31, 45], 'zonder trekker'],
    ['acties in haarlem', [33], 'bereik Zuid-Kennemerland'],
    ['acties niet van PoW thema 1 loopt', [5, 6], 'niet: trekker Perspectief op Werk (PoW)'],
    ['acties van TNO en RWB', [10, 15, 20, 35], 'trekker Regionaal Werkbedrijf (RWB) · trekker TNO'],
    ['acties tozo financiering', [34, 40], 'financiering «tozo»'],
    ['acties woorden uwv', [4], 'woorden «uwv»'],
    ['acties 1 t/m 3', [1, 2, 3], 'nummer 1, 2, 3'],
  ])('for «%s» has those that fit, and says how it was understood', async (words, expected, meaning) => {
    const text = await talk.say(UWV, words);
    expect(numbers(text)).toEqual(expected);
    expect(text).toContain(meaning);
  });

  test('says what it looked for when no actie has it', async () => {
    expect(await talk.say(UWV, 'acties uwv ruimtevaart')).toContain(
      'Niet gevonden. Ik zocht acties met «ruimtevaart».',
    );
  });

  test('offers the other thing that a word can mean', async () => {
    expect(await talk.say(UWV, 'acties pow')).toContain('8 acties · trekker Perspectief op Werk (PoW)');
    const other = await talk.say(UWV, 'Of: Financiering POW');
    expect(other).toContain('14 acties · financiering «pow»');
    expect(await talk.say(UWV, 'Volgende')).toContain('14 acties · financiering «pow»');
  });

  test('without update has what nobody reported on since the previous vergadering', async () => {
    expect(await talk.say(UWV, 'acties mijn zonder update')).toContain(
      '6 acties · zonder update · trekker UWV',
    );
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    expect(await talk.say(UWV, 'acties mijn zonder update')).toContain('5 acties');
    talk.clock.moveTo(at('2027-01-12T09:00'));
    expect(await talk.say(UWV, 'acties mijn zonder update')).toContain(
      '6 acties · zonder update sinds maandag 11 januari 2027',
    );
    expect(numbers(await talk.say(UWV, 'acties gewijzigd sinds 1 november 2026'))).toEqual([4]);
    expect(numbers(await talk.say(UWV, 'acties gewijzigd sinds vorig overleg'))).toEqual([]);
  });

  test('refuses a date that does not exist, by name', async () => {
    expect(await talk.say(UWV, 'acties gewijzigd sinds 31 februari')).toContain('31 februari');
  });

  test('asked for a page past the end shows the last', async () => {
    expect(await talk.say(UWV, 'acties pagina 99')).toContain('Pagina 6 van 6');
  });
});
