import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe.each(KINDS)('undoing an update, on %s', (kind) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  beforeEach(async () => {
    await talk.reset();
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
  });
  afterAll(() => talk.close());

  const press = (email: string, update: number) =>
    talk.ask(requestOf(email, { command: 'update.ongedaan', input: { nummer: 4, update } }));
  const last = () => talk.inRegio((tx) => tx.update.findFirstOrThrow({ orderBy: { id: 'desc' } }));

  test('brings back what was before, and keeps both in the record', async () => {
    expect(await talk.say(UWV, 'Ongedaan maken')).toContain('Ongedaan gemaakt bij #4');
    expect(await talk.say(UWV, 'actie 4')).toContain('Status: 📝 Nader uit te werken');
    expect(await talk.say(UWV, 'actie 4')).toContain('Nog geen update');
    const rows = await talk.inRegio((tx) => tx.update.findMany({ orderBy: { id: 'asc' } }));
    expect(rows.map(({ soort }) => soort)).toEqual(['gewijzigd', 'ingetrokken']);
  });

  test('a second time says that it is done already, and when', async () => {
    const { id } = await last();
    await press(UWV, id);
    talk.clock.moveTo(at('2026-11-24T10:00'));
    expect(JSON.stringify(await press(UWV, id))).toContain(
      'Al verwerkt: deze melding bij actie #4 is op 23 november 2026, 09:00 uur',
    );
  });

  test('at the same time as somebody else presses it too is done once', async () => {
    const { id } = await last();
    await Promise.all([press(UWV, id), press(UWV, id), press(UWV, id)]);
    expect(await talk.inRegio((tx) => tx.update.count())).toBe(2);
  });

  test('is refused once somebody else has reported', async () => {
    const { id } = await last();
    await talk.say(SECRETARIS, 'actie 4 vertraagd Wachten op de minister');
    expect(JSON.stringify(await press(UWV, id))).toContain('daarna nog iets gemeld bij actie #4: Wachten op');
    expect(await talk.say(UWV, 'actie 4')).toContain('🟠 Vertraagd');
  });

  test('is refused to who did not give it', async () => {
    expect(JSON.stringify(await press(SECRETARIS, (await last()).id))).toContain(
      'Alleen Trekker UWV kan deze melding',
    );
  });

  test('of two in a row brings them back one by one', async () => {
    await talk.say(UWV, 'actie 4 vertraagd Wachten op de minister');
    await press(UWV, (await last()).id);
    expect(await talk.say(UWV, 'actie 4')).toContain('Laatste update: Eerste gesprekken gevoerd');
  });
});
