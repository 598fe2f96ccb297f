import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe('the form to report on an actie', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn('embedded');
  });
  beforeEach(() => talk.reset());
  afterAll(() => talk.close());

  const updates = () => talk.inRegio((tx) => tx.update.findMany());

  test('asks for status and toelichting, and registers them', async () => {
    expect(await talk.say(UWV, 'actie 4 bijwerken')).toContain('Leeg laten: 📝 Nader uit te werken');
    expect(await talk.say(UWV, 'loopt')).toContain('Toelichting?');
    expect(await talk.say(UWV, 'Eerste gesprekken gevoerd')).toContain('📝 Nader uit te werken → 🟢 Loopt');
    expect(await updates()).toMatchObject([
      { statusNaar: 'loopt', toelichting: 'Eerste gesprekken gevoerd' },
    ]);
  });

  test('comes back with what was filled in and the rule at its field', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    await talk.say(UWV, 'vertraagd');
    const again = await talk.say(UWV, '');
    expect(again).toContain('Leeg laten: 🟠 Vertraagd');
    await talk.say(UWV, '');
    expect(await talk.say(UWV, 'Wachten op besluit')).toContain('→ 🟠 Vertraagd');
    expect(await updates()).toHaveLength(1);
  });

  test('comes back when somebody was ahead, with both texts, and saves the second time', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
    await talk.say(UWV, 'vertraagd');
    const again = await talk.say(UWV, 'Wachten op besluit');
    expect(again).toContain(
      'Intussen is er iets gemeld bij deze actie. Laatste update: De minister is akkoord',
    );
    expect(await updates()).toHaveLength(1);
    expect(await talk.say(UWV, '')).toContain('Leeg laten: Wachten op besluit');
    expect(await talk.say(UWV, '')).toContain('🟢 Loopt → 🟠 Vertraagd');
  });

  test('is stopped without writing anything', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    expect(await talk.say(UWV, 'stop')).toContain('Er is niets opgeslagen');
    expect(await talk.say(UWV, 'actie 4')).toContain('Nog geen update');
  });
});
