import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, type Talk, UWV } from '../talk.ts';

const facts = (talk: Talk) =>
  talk.inRegio(async (tx) => ({
    actie: await tx.actie.findFirstOrThrow({
      where: { nummer: 4 },
      select: { status: true, updateId: true },
    }),
    updates: await tx.update.findMany({ where: { actie: { nummer: 4 } }, orderBy: { id: 'asc' } }),
    log: await tx.logregel.findMany({
      where: { wat: { in: ['update', 'ongedaan'] } },
      orderBy: { id: 'asc' },
    }),
  }));

describe.each(KINDS)('an update in one line, on %s', (kind) => {
  const talk = talkFor(kind);

  test('registers status and toelichting, and shows old → new with a way back', async () => {
    const text = await talk.say(UWV, 'actie 4 loopt Eerste gesprekken met drie gemeenten gevoerd');
    expect(text).toContain('Geregistreerd bij #4 ');
    expect(text).toContain('Status: 📝 Nader uit te werken → 🟢 Loopt');
    expect(text).toContain('Toelichting: Eerste gesprekken met drie gemeenten gevoerd');
    expect(text).toContain('[a] Ongedaan maken');
    const { actie, updates, log } = await facts(talk);
    expect(updates).toMatchObject([
      { soort: 'gewijzigd', statusVan: 'nader_uit_te_werken', statusNaar: 'loopt', platform: 'console' },
    ]);
    expect(actie).toEqual({ status: 'loopt', updateId: updates[0]?.id });
    expect(log).toHaveLength(1);
  });

  test('without a status keeps the status', async () => {
    const text = await talk.say(UWV, 'actie 4 Eerste gesprekken met drie gemeenten gevoerd');
    expect(text).toContain('Status: 📝 Nader uit te werken (ongewijzigd)');
    expect((await facts(talk)).actie.status).toBe('nader_uit_te_werken');
  });

  test.each([
    ['actie 4 vertraagd: wachten op besluit', 'vertraagd', 'wachten op besluit'],
    ['4 afgerond', 'afgerond', ''],
    ['Actie 4 LOOPT Gesprek\nmet twee regels', 'loopt', 'Gesprek\nmet twee regels'],
    ['actie 4 nader uit te werken nog geen geld', 'nader_uit_te_werken', 'nog geen geld'],
    ['#4 gestopt, geen draagvlak meer', 'gestopt', 'geen draagvlak meer'],
  ])('reads «%s»', async (words, status, toelichting) => {
    await talk.say(UWV, words);
    expect((await facts(talk)).updates).toMatchObject([{ statusNaar: status, toelichting }]);
  });

  test('for somebody else keeps both names, and asks who is meant', async () => {
    expect(await talk.say(SECRETARIS, 'namens jan actie 4 loopt Gesprekken gevoerd')).toContain(
      'Bij actie #4 vind ik niemand met de naam «jan». Kies uit: Trekker UWV',
    );
    expect(await talk.say(SECRETARIS, 'namens uwv: actie 4 loopt Gesprekken gevoerd')).toContain(
      'Ik weet niet wie je bedoelt met «uwv»',
    );
    expect((await facts(talk)).updates).toEqual([]);
    await talk.say(SECRETARIS, `namens ${UWV} actie 4 loopt Gesprekken gevoerd`);
    const [update] = (await facts(talk)).updates;
    const people = await talk.inRegio((tx) =>
      tx.persoon.findMany({ where: { id: { in: [update?.persoonId ?? 0, update?.namensId ?? 0] } } }),
    );
    expect(people.map(({ email }) => email).toSorted()).toEqual([SECRETARIS, UWV]);
  });

  test('that starts like a status by accident is not guessed at', async () => {
    const text = await talk.say(UWV, 'actie 4 loopt vertraging op door personeelstekort');
    expect(text).toContain('Er is nog niets opgeslagen.');
    expect((await facts(talk)).updates).toEqual([]);
    await talk.say(UWV, 'Meld als 🟠 Vertraagd');
    expect((await facts(talk)).updates).toMatchObject([
      { statusNaar: 'vertraagd', toelichting: 'loopt vertraging op door personeelstekort' },
    ]);
  });

  test.each(['actie 4 ok'])('is not made of «%s»', async (words) => {
    expect(await talk.say(UWV, words)).toContain('Schrijf dan een korte zin');
    expect((await facts(talk)).updates).toEqual([]);
  });

  test.each([
    'actie 4 hoe staat het ermee',
    'actie 4 wanneer is dit klaar?',
    'actie 4 en 13',
    'actie 4 loopt het nog?',
    'actie 4 stand van zaken graag',
    'actie 4 loopt dat al?',
    'actie 4 status',
    'actie 4 ?',
  ])('is not made of the question «%s»: the actie is shown', async (words) => {
    expect(await talk.say(UWV, words)).toMatch(/^#4 /);
    expect((await facts(talk)).updates).toEqual([]);
  });

  test('whose status is in doubt can be kept as a toelichting only; an old choice writes nothing', async () => {
    await talk.say(UWV, 'actie 4 klaar voor de start');
    await talk.say(UWV, 'Alleen als toelichting');
    expect((await facts(talk)).updates).toMatchObject([
      { statusNaar: 'nader_uit_te_werken', toelichting: 'klaar voor de start' },
    ]);
    await talk.say(UWV, 'actie 4 is afgerond');
    await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
    expect(await talk.say(UWV, 'Meld als ✅ Afgerond')).toContain(
      'Al verwerkt. Bij actie #4 staat nu: De minister is akkoord',
    );
    expect((await facts(talk)).updates).toHaveLength(2);
  });

  test('to a worse status wants a reason', async () => {
    expect(await talk.say(UWV, 'actie 4 vertraagd')).toContain('Schrijf er in één zin bij waarom');
    expect((await facts(talk)).updates).toEqual([]);
  });

  test('is refused to others, naming who can', async () => {
    const text = await talk.say('trekker@fnv.example', 'actie 4 loopt Eerste gesprekken gevoerd');
    expect(text).toContain('Trekker UWV (trekker@uwv.example)');
    expect(text).toContain('de secretaris, Ambtelijk secretaris (secretaris@haarlem.example)');
    expect((await facts(talk)).updates).toEqual([]);
  });

  test('is open to the people of a group that carries the actie, and to the secretaris', async () => {
    expect(await talk.say('trekker@heemskerk.example', 'actie 11 loopt Eerste profielen klaar')).toContain(
      'Geregistreerd',
    );
    expect(await talk.say(SECRETARIS, 'actie 4 loopt Namens het UWV gemeld')).toContain('Geregistreerd');
  });

  test('is refused once the actie is afgerond, but not to the secretaris', async () => {
    await talk.say(UWV, 'actie 4 afgerond Alles is gedaan');
    expect(await talk.say(UWV, 'actie 4 loopt Toch nog even verder')).toContain(
      'Alleen de secretaris kan die heropenen',
    );
    expect(await talk.say(SECRETARIS, 'actie 4 loopt Toch nog even verder')).toContain(
      '✅ Afgerond → 🟢 Loopt',
    );
  });

  test('that is too long is refused, and says so', async () => {
    expect(await talk.say(UWV, `actie 4 loopt ${'woord '.repeat(600)}`)).toMatch(/hoogstens 3000 kan/);
    expect((await facts(talk)).updates).toEqual([]);
  });

  test('delivered twice is done once and answered twice', async () => {
    const request = requestOf(UWV, { text: 'actie 4 loopt Eerste gesprekken gevoerd' });
    const answers = await Promise.all([talk.ask(request), talk.ask(request), talk.ask(request)]);
    answers.push(await talk.ask(request));
    expect(answers.map(({ repeated }) => repeated).sort()).toEqual([false, true, true, true]);
    for (const answer of answers)
      expect({ ...answer, repeated: false }).toEqual(answers.find(({ repeated }) => !repeated));
    const { updates, log } = await facts(talk);
    expect([updates.length, log.length]).toEqual([1, 1]);
  });

  test('by many at once loses nothing: each is in the record, or its sender is told', async () => {
    const senders = [UWV, SECRETARIS, 'bestuurder@uwv.example'];
    const texts = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        talk.say(senders[index % 3] ?? UWV, `actie 4 loopt Bericht nummer ${index}`),
      ),
    );
    const confirmed = texts.filter((text) => text.includes('Geregistreerd')).length;
    const told = texts.filter((text) => text.includes('intussen')).length;
    const { actie, updates, log } = await facts(talk);
    expect(confirmed + told).toBe(12);
    expect([updates.length, log.length]).toEqual([confirmed, confirmed]);
    expect(actie.updateId).toBe(updates.at(-1)?.id);
    updates.forEach((update, index) => {
      expect(update.vorigeId).toBe(updates[index - 1]?.id ?? null);
    });
  });
});
