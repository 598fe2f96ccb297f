import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe('an actie that has ended', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn('postgres');
  });
  beforeEach(async () => {
    await talk.reset();
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await talk.say(UWV, 'actie 4 afgerond');
  });
  afterAll(() => talk.close());

  test('is reopened by the secretaris with a reason, as it was before', async () => {
    expect(await talk.say(SECRETARIS, 'actie 4 heropenen')).toContain('Schrijf erbij waarom');
    const text = await talk.say(SECRETARIS, 'heropen actie 4: er is toch nog budget');
    expect(text).toContain('✅ Afgerond → 🟢 Loopt');
    expect(text).toContain('er is toch nog budget');
  });

  test('is not reopened by a trekker, nor reported on', async () => {
    for (const line of [
      'actie 4 heropenen toch nog budget',
      'actie 4 loopt Toch nog bezig',
      'actie 4 ongewijzigd',
    ])
      expect(await talk.say(UWV, line)).toContain('Alleen de secretaris kan die heropenen.');
  });

  test('cannot become ended in another way: what is possible is said', async () => {
    expect(await talk.say(SECRETARIS, 'actie 4 gestopt: geen budget')).toContain(
      'Heropen de actie eerst: kies «nader uit te werken», «loopt», «vertraagd»',
    );
    expect(await talk.say(SECRETARIS, 'actie 5 heropenen Zomaar een reden')).toContain('is niet gesloten');
  });
});
