import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe('an actie', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn('postgres');
  });
  afterAll(() => talk.close());

  test('is shown with everything that is known about it, and from when', async () => {
    const text = await talk.say(UWV, 'actie 12');
    expect(text).toBe(
      [
        '#12 Onderzoeken uitbreiding mogelijkheden tot detachering',
        'Status: 📝 Nader uit te werken',
        'Trekkers: lokaal nader te bepalen',
        'Thema: 2. Gelijke kansen voor werkzoekenden',
        'Pijler: Uitkering naar werk',
        'Doelgroep: Werkzoekenden met een bijstandsuitkering en een (overbrugbare) afstand tot de arbeidsmarkt',
        'Bereik: Lokale keuze, regionaal mogelijk',
        'Financiering: lokaal nader te bepalen',
        'Nog geen update. De status komt uit de doe-agenda (bijlage 1).',
        'Stand van 23 november 2026, 09:00 uur',
        '[a] Volgen',
      ].join('\n'),
    );
  });

  test('is shown with its last update, who gave it and when', async () => {
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken met drie gemeenten gevoerd');
    expect(await talk.say(SECRETARIS, 'actie 4')).toContain(
      'Laatste update: Eerste gesprekken met drie gemeenten gevoerd (Trekker UWV, 23 november 2026, 09:00 uur)',
    );
  });

  test.each([
    'actie 12',
    'Actie 12?',
    '#12',
    '12',
    '/actie 12',
    'actie #12',
    '  actie   12  ',
    'nummer 12',
    'actie 12\u200b',
  ])('is found with «%s»', async (words) => {
    expect(await talk.say(UWV, words)).toContain('#12 Onderzoeken');
  });

  test.each(['actie 0', 'actie 47', 'actie 99999999999', 'actie 99999999999999999999999999'])(
    'that does not exist («%s») says which numbers do',
    async (words) => {
      expect(await talk.say(UWV, words)).toMatch(/bestaat niet\. De nummers lopen van 1 tot en met 46\.$/);
    },
  );

  test('offers to report on it only to who may', async () => {
    expect(await talk.say(UWV, 'actie 4')).toContain('[a] Bijwerken [b] Ongewijzigd');
    expect(await talk.say(SECRETARIS, 'actie 12')).toContain('[a] Bijwerken');
    expect(await talk.say(UWV, 'actie 12')).not.toContain('Bijwerken');
  });

  test('carried by a group is shown with the group, not with each of its organisaties', async () => {
    expect(await talk.say(UWV, 'actie 11')).toContain('Trekkers: UWV, gemeenten\n');
  });
});
