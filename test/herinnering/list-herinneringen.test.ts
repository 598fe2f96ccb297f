// A little over 200 lines: the preview and what then came of it are held against each other in one scene.
import { describe, expect, test } from 'vitest';
import { planHerinneringen } from '../../src/herinnering/plan-herinneringen.ts';
import { vooruitblik } from '../../src/herinnering/stored-vooruitblik.ts';
import { findVergadering } from '../../src/overleg/stored-vergadering.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { HAARLEM, TNO, VELSEN, withFew } from './few.ts';

describe('the preview of herinneringen', () => {
  const talk = talkFor('postgres');

  const say = (words: string) => talk.say(SECRETARIS, words);
  const blik = () =>
    talk.inRegio(async (tx) => {
      const { id } = await tx.vergadering.findFirstOrThrow();
      return vooruitblik(tx, await findVergadering(tx, id), talk.clock.now());
    });

  test('is for the secretaris', async () => {
    expect(await talk.say(UWV, 'overleg herinneringen')).toContain('Alleen de secretaris');
    expect(await talk.say(UWV, 'overleg herinneringen uitvraag')).toContain('Alleen de secretaris');
  });

  test('shows by step and day how many get it and where; and of a step everybody, in pages', async () => {
    const text = await say('overleg herinneringen');
    expect(text).toContain('Uitvraag: donderdag 17 december 2026, 09:00 uur');
    expect(text).toContain('29 gepland: 29 nog op geen platform');
    expect(text).toContain('Pagina 1 van ');
    expect(await say('Volgende')).toContain('Pagina 2 van ');
    expect(await say('Vorige')).toMatch(/Escalatie 2: .*\n {2}29 gaan niet uit \(/);
    const first = await say('overleg RBA herinneringen uitvraag');
    expect(first).toContain('Uitvraag voor Regionaal Beraad Arbeidsmarkt (RBA)');
    expect(first).toContain('Pagina 1 van 4');
    expect(first).toContain('17 december 2026, 09:00 uur · nog op geen platform');
    const second = await say('Volgende');
    expect(second).toContain('Pagina 2 van 4');
    expect(await say('Vorige')).toBe(first);
  });

  test('has every step once, on whatever page', async () => {
    await withFew(talk);
    const first = await say('overleg herinneringen');
    const second = await say('Volgende');
    const shown = `${first}\n${second}`.match(/^• [^:]+: /gm) ?? [];
    expect(new Set(shown).size).toBe(shown.length);
    for (const naam of ['Uitvraag', 'Escalatie 3', 'Stukken rond', 'Respons'])
      expect(shown).toContain(`• ${naam}: `);
  });

  test('agrees with what then arrives: who, when, where, and what lapses', async () => {
    const idOf = await withFew(talk);
    const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
    const seenAt = new Date(talk.clock.now().epochMilliseconds);
    const away = { gemeldOp: seenAt };
    await talk.inRegio(async (tx) => {
      const account = (email: string) => {
        return {
          persoonId: idOf(email),
          platform: 'console' as const,
          tenant: 'console',
          accountId: email,
          address: { email },
          seenAt,
        };
      };
      await tx.account.createMany({ data: [UWV, HAARLEM, VELSEN, SECRETARIS].map(account) });
      await tx.afwezigheid.createMany({
        data: [
          // With a vervanger who wants it late, on few days; without one; and back in between.
          {
            ...away,
            persoonId: idOf(UWV),
            van: day('2026-12-14'),
            tot: day('2026-12-31'),
            vervangerId: idOf(HAARLEM),
          },
          { ...away, persoonId: idOf(TNO), van: day('2027-01-04'), tot: day('2027-01-05') },
        ],
      });
      await tx.voorkeur.createMany({
        data: [
          { persoonId: idOf(HAARLEM), dagen: [2, 4], tijd: '13:00' },
          { persoonId: idOf(VELSEN), alleenTermijn: true },
        ],
      });
      const { id } = await tx.vergadering.findFirstOrThrow();
      await planHerinneringen(tx, id, talk.clock.now());
    });
    await say('overleg aanloop coulance 08:00');
    const before = (await blik()).filter(({ row }) => row.soort !== 'bereik');
    const soorten = new Set(before.map(({ row }) => row.soort));
    for (const soort of [
      'uitvraag',
      'herinnering',
      'aanlevertermijn',
      'coulance',
      'escalatie',
      'respons',
      'stukken',
    ])
      expect(soorten).toContain(soort);
    expect(before.some((one) => 'naar' in one && one.naar.als === 'vervanger')).toBe(true);
    expect(before.some((one) => 'naar' in one && one.naar.als === 'secretaris')).toBe(true);
    expect(await say('overleg herinneringen uitvraag')).toMatch(
      /Trekker UWV.* → Trekker .*Haarlem \(vervanger\)/,
    );

    await talk.passTo(at('2027-01-11T10:00'));
    const became = await talk.inRegio((tx) =>
      tx.herinnering.findMany({
        where: { soort: { not: 'bereik' } },
        include: { bericht: true },
        orderBy: { id: 'asc' },
      }),
    );
    const saw = before
      .map((one) => {
        const base = { id: one.row.id, soort: one.row.soort };
        if ('vervalt' in one) return { ...base, reden: one.vervalt };
        return { ...base, naar: one.naar.id, op: String(one.op), platform: one.naar.platform ?? 'console' };
      })
      .sort((a, b) => a.id - b.id);
    expect(
      became.map(({ id, soort, reden, bericht }) =>
        bericht
          ? {
              id,
              soort,
              naar: bericht.persoonId,
              op: String(bericht.verzondenOp?.toTemporalInstant()),
              platform: bericht.platform,
            }
          : { id, soort, reden },
      ),
    ).toEqual(saw);
    expect(saw.length).toBeGreaterThan(20);
  }, 180_000);

  test('says by mail of who has nothing else or wants that, and else where they were last', async () => {
    const idOf = await withFew(talk);
    const day = (iso: string) => new Date(`${iso}T09:00:00Z`);
    const account = (email: string, platform: 'slack' | 'teams', seenAt: Date) => {
      return { persoonId: idOf(email), platform, tenant: platform, accountId: email, address: {}, seenAt };
    };
    const on = (platform: 'slack' | 'teams' | 'mail') =>
      talk.inRegio((tx) => tx.installation.create({ data: { platform, tenant: platform } }));
    const via = async () => {
      const text = await say('overleg herinneringen uitvraag');
      return [UWV, HAARLEM, VELSEN, TNO].map((email) => {
        const naam = new RegExp(`Trekker [^\\n]*${namen.get(email)}[^\\n]*\\n[^\\n]*·([^\\n]*)`);
        return naam.exec(text)?.[1]?.trim();
      });
    };
    const namen = new Map([
      [UWV, 'UWV'],
      [HAARLEM, 'Haarlem'],
      [VELSEN, 'Velsen'],
      [TNO, 'TNO'],
    ]);
    await talk.inRegio(async (tx) => {
      await tx.account.createMany({
        data: [
          account(HAARLEM, 'slack', day('2026-11-20')),
          account(VELSEN, 'slack', day('2026-11-19')),
          account(VELSEN, 'teams', day('2026-11-20')),
          account(TNO, 'slack', day('2026-11-19')),
          account(TNO, 'teams', day('2026-11-20')),
        ],
      });
      await tx.voorkeur.createMany({
        data: [
          { persoonId: idOf(HAARLEM), platform: 'mail' },
          { persoonId: idOf(TNO), platform: 'slack' },
        ],
      });
    });
    await on('slack');
    await on('teams');
    expect(await via()).toEqual(['nog op geen platform', 'via Slack', 'via Teams', 'via Slack']);
    await on('mail');
    expect(await via()).toEqual(['via mail', 'via mail', 'via Teams', 'via Slack']);
    expect(await say('overleg herinneringen')).toContain('4 gepland: 2 via mail, 1 via Teams, 1 via Slack');
  });

  test('shows afterwards what was sent, through what, and what lapsed why', async () => {
    await withFew(talk);
    await talk.passTo(at('2026-12-17T12:00'));
    for (const { nummer } of await talk.inRegio((tx) =>
      tx.actie.findMany({ where: { trekkers: { some: { aanduiding: 'TNO' } } } }),
    ))
      await talk.say(TNO, `actie ${nummer} ongewijzigd`);
    await talk.passTo(at('2026-12-24T12:00'));
    const sent = await say('overleg herinneringen uitvraag');
    expect(sent).toContain('verstuurd 17 december 2026, 09:00 uur via de terminal');
    expect(await say('overleg herinneringen herinnering')).toContain('vervallen: er staat niets meer open');
    expect(await say('overleg herinneringen')).toMatch(
      /Herinnering: donderdag 24 december 2026[\s\S]*er staat niets meer open/,
    );
  });

  test.each([
    'overleg herinneringen RBA van 14 oktober 2027',
    'overleg herinneringen van 14 oktober',
    'overleg RBA 14 oktober 2027 herinneringen',
  ])('of the vergadering of a day is shown with «%s»', async (words) => {
    await say('overleg plan RBA 14 oktober 2027');
    expect(await say(words)).toContain('De vergadering is op donderdag 14 oktober 2027 om 10:00 uur.');
    expect(await say('Uitvraag bekijken')).toContain('De vergadering is op donderdag 14 oktober 2027');
    expect(await say('overleg RBA van 14 oktober herinneringen uitvraag')).toContain('14 oktober 2027');
    expect(await say('overleg herinneringen')).toContain('maandag 11 januari 2027');
  });
});
