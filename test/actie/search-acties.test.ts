import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

describe.each(KINDS)('searching, on %s', (kind) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  afterAll(() => talk.close());

  test.each([
    ['actie detachering', '#12 '],
    ['actie detacheringen', '#12 '],
    ['actie detasjering', '#12 '],
    ['actie mobiliteitsteam', '#4 '],
    ['zoek HARRIE-training', '#17 '],
    ['actie harrie', '#17 '],
    ['actie heroriëntatie', '#21 '],
    ['actie herorientatie', '#21 '],
    ['actie woningcoorporaties', '#43 '],
    ['actie stageplaats', '#27 '],
    ['zoek stageplek', '#27 '],
    ['zoek mobiliteitsteams', '#4 '],
    ['zoek zij-instroom', '#41 '],
    ['zoek betatech', '#23 '],
    ['zoek social return bij corporaties', '#43 '],
    ['zoek werkplein', '#22 '],
  ])('for «%s» finds one and shows it', async (words, found) => {
    const text = await talk.say(UWV, words);
    expect(text.startsWith(found), text).toBe(true);
    expect(text).toContain('Stand van');
  });

  test('that finds several lets the person choose', async () => {
    const text = await talk.say(UWV, 'actie jongeren');
    expect(text).toContain('Bedoel je een van deze acties? Ik zocht naar «jongeren».');
    const [, number] = /Bekijk (#\d+)/.exec(text) ?? [];
    expect((await talk.say(UWV, 'a')).startsWith(`${number} `)).toBe(true);
  });

  test('that finds nothing says so and offers the nearest', async () => {
    const text = await talk.say(UWV, 'actie detachereren bij de buren');
    expect(text).toContain(
      'Niet gevonden. Ik zocht in de acties naar «detachereren buren». Het dichtst in de buurt:',
    );
    expect(text).toContain('Bekijk #12');
  });

  test.each([
    "actie '; drop table actie; --",
    'actie <b>&amp;',
    'actie "',
    'actie \\',
    'actie !!! ???',
    'actie 😀',
    `actie ${'x'.repeat(3000)}`,
    'actie a & | ! ( ) : *',
  ])('for «%s» answers like for any other words', async (words) => {
    expect(await talk.say(UWV, words)).toMatch(/^Niet gevonden|Bedoel je|Stand van/);
  });
});
