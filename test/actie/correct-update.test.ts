import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const LEZER = 'bestuurder@uwv.example';

describe.each(KINDS)('correcting an update, on %s', (kind) => {
  const talk = talkFor(kind);

  const updates = () => talk.inRegio((tx) => tx.update.findMany({ orderBy: { id: 'asc' } }));

  test('adds a row that names what it corrects, as if the first had never been said', async () => {
    await talk.say(UWV, 'actie 4 vertraagd Wachten op het besluit');
    expect(await talk.say(UWV, 'Corrigeren')).toContain('Actie #4 corrigeren');
    await talk.say(UWV, 'loopt');
    await talk.say(UWV, '-');
    const done = await talk.say(UWV, 'opslaan');
    expect(done).toContain('Gecorrigeerd bij #4');
    expect(done).toContain('📝 Nader uit te werken → 🟢 Loopt');
    const [first, second] = await updates();
    expect(second).toMatchObject({ corrigeertId: first?.id, statusVan: 'nader_uit_te_werken' });
    const historie = await talk.say(LEZER, 'actie 4 historie');
    expect(historie).toContain('✏ Correctie: 📝 Nader uit te werken → 🟢 Loopt');
    expect(historie).toContain('gecorrigeerd op 23 november 2026, 09:00 uur');
    expect(await talk.say(LEZER, 'sinds gisteren')).toContain('📝 Nader uit te werken → 🟢 Loopt');
  });

  test('is undone to what was said first', async () => {
    await talk.say(UWV, 'actie 4 vertraagd Wachten op het besluit');
    await talk.say(UWV, 'Corrigeren');
    await talk.say(UWV, 'loopt');
    await talk.say(UWV, 'opslaan');
    await talk.say(UWV, 'Ongedaan maken');
    expect(await talk.say(LEZER, 'actie 4')).toContain('Status: 🟠 Vertraagd');
    expect(await talk.say(LEZER, 'sinds gisteren')).toContain('📝 Nader uit te werken → 🟠 Vertraagd');
  });

  test('also puts right that an actie was ended by mistake', async () => {
    await talk.say(UWV, 'actie 4 afgerond');
    await talk.say(UWV, 'Corrigeren');
    await talk.say(UWV, 'loopt');
    expect(await talk.say(UWV, 'opslaan')).toContain('📝 Nader uit te werken → 🟢 Loopt');
  });

  test('is for who reported, and only while nobody has reported since', async () => {
    await talk.say(UWV, 'actie 4 loopt Gestart met gesprekken');
    const [first] = await updates();
    const press = (email: string) =>
      talk.ask(
        requestOf(email, { command: 'update.corrigeren', input: { nummer: 4, update: first?.id ?? 0 } }),
      );
    expect(JSON.stringify(await press(SECRETARIS))).toContain('Alleen Trekker UWV');
    await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
    expect(JSON.stringify(await press(UWV))).toContain('niet meer de laatste');
  });
});
