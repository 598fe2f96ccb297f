import { describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const JAN = 'jan@uwv.example';
const ELS = 'els@haarlem.example';
const BESTUURDER = 'bestuurder@uwv.example';
const ALL = '#3, #4, #11, #15, #16, #30';

describe('overdracht', () => {
  const talk = talkFor('postgres');

  const add = (rol: string, email = JAN, organisatie = 'UWV') =>
    talk.say(SECRETARIS, `persoon toevoegen Jan ${email} ${organisatie} ${rol}`);
  const handOver = async (van: string, aan: string) => {
    await talk.say(SECRETARIS, `overdracht ${van} aan ${aan}`);
    return talk.say(SECRETARIS, 'Overdragen');
  };
  const named = (email: string) =>
    talk.inRegio(async (tx) => {
      const rows = await tx.trekker.findMany({ where: { persoon: { email } }, include: { actie: true } });
      return [...new Set(rows.map(({ actie }) => actie.nummer))].sort((a, b) => a - b);
    });
  const logged = () => talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'overdracht' } }));
  /** How often each persoon is to be told, or was told, the same thing about a vergadering. */
  const doubles = () =>
    talk.inRegio(async (tx) => {
      const rows = await tx.herinnering.groupBy({
        by: ['vergaderingId', 'persoonId', 'soort', 'trede'],
        where: { status: { in: ['gepland', 'overgedragen'] }, soort: { not: 'respons' } },
        _count: true,
      });
      return rows.filter(({ _count }) => _count > 1);
    });

  test('shows what goes first, then moves it in one step: the other one is asked from then on', async () => {
    await add('deelnemer');
    const preview = await talk.say(SECRETARIS, 'overdracht Trekker UWV aan Jan');
    expect(preview).toContain(`Overdracht van Trekker UWV aan Jan\nActies: ${ALL}\nZetels: geen`);
    expect(preview).toContain('Herinneringen: 4 gepland');
    expect(await named(JAN)).toEqual([]);
    expect(await talk.say(SECRETARIS, 'Overdragen')).toContain(`Overgedragen van Trekker UWV aan Jan.`);
    expect(await named(JAN)).toEqual([3, 4, 11, 15, 16, 30]);
    expect(await logged()).toBe(1);
    await talk.passTo(at('2027-01-05T09:00'));
    expect(talk.sent.filter(({ to }) => to === UWV)).toEqual([]);
    expect(talk.sent.filter(({ to }) => to === JAN)).toHaveLength(4);
  });

  test('twice, or by two at the same moment, is once', async () => {
    await add('trekker');
    await talk.say(SECRETARIS, `persoon toevoegen Els ${ELS} haarlem secretaris`);
    for (const who of [SECRETARIS, ELS]) await talk.say(who, `overdracht ${UWV} aan ${JAN}`);
    const answers = await Promise.all([SECRETARIS, ELS].map((who) => talk.say(who, 'Overdragen')));
    expect(answers.filter((answer) => answer.startsWith('Overgedragen'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('Al verwerkt'))).toHaveLength(1);
    expect(await logged()).toBe(1);
    expect(await doubles()).toEqual([]);
  });

  test('to each other at the same moment ends, one after the other', async () => {
    await add('trekker');
    await talk.say(SECRETARIS, `persoon toevoegen Els ${ELS} haarlem secretaris`);
    await talk.say(SECRETARIS, `actie 4 contact ${UWV}`);
    await talk.say(SECRETARIS, `actie 11 contact ${JAN}`);
    await talk.say(SECRETARIS, `overdracht ${UWV} aan ${JAN}`);
    await talk.say(ELS, `overdracht ${JAN} aan ${UWV}`);
    const answers = await Promise.all([SECRETARIS, ELS].map((who) => talk.say(who, 'Overdragen')));
    expect(answers.join()).not.toContain('Er ging iets mis');
    expect(
      (await named(UWV)).filter((nummer) => [4, 11].includes(nummer)).length +
        (await named(JAN)).filter((nummer) => [4, 11].includes(nummer)).length,
    ).toBe(2);
    expect(await doubles()).toEqual([]);
  });

  test('that has changed since is shown again, and moves nothing yet', async () => {
    await add('deelnemer');
    await talk.say(SECRETARIS, `overdracht ${UWV} aan ${JAN}`);
    await talk.say(UWV, 'actie 4 afgerond');
    const again = await talk.say(SECRETARIS, 'Overdragen');
    expect(again).toContain('Intussen is er iets veranderd. Er is nog niets overgedragen');
    expect(again).toContain('Acties: #3, #11, #15, #16, #30');
    expect(await named(JAN)).toEqual([]);
    expect(await talk.say(SECRETARIS, 'Overdragen')).toContain('Overgedragen');
    expect(await named(JAN)).toEqual([3, 11, 15, 16, 30]);
  });

  test('after the uitvraag asks the successor too, once, and never the same thing twice', async () => {
    await add('deelnemer');
    await talk.passTo(at('2026-12-18T09:00'));
    expect(talk.sent.filter(({ to }) => to === UWV)).toHaveLength(1);
    await handOver(UWV, JAN);
    await talk.passTo(at('2027-01-11T12:00'));
    const asked = talk.sent.filter(
      ({ to, text, edited }) => to === JAN && text.startsWith('Update voor') && !edited,
    );
    expect(asked.map((letter) => letter.at)).toEqual([
      '18 december 2026, 09:00',
      '24 december 2026, 09:00',
      '29 december 2026, 09:00',
      '30 december 2026, 09:00',
    ]);
    expect(talk.sent.filter(({ to, edited }) => to === UWV && !edited)).toHaveLength(1);
    expect(await doubles()).toEqual([]);
  });

  test('to and fro, at any moment of the aanloop, doubles no herinnering', async () => {
    await add('trekker');
    const moments = [
      '2026-12-01T10:00',
      '2026-12-17T09:00',
      '2026-12-23T10:00',
      '2027-01-04T09:00',
      '2027-01-08T16:00',
    ];
    for (const [index, moment] of moments.entries()) {
      await talk.passTo(at(moment));
      await handOver(...((index % 2 === 0 ? [UWV, JAN] : [JAN, UWV]) as [string, string]));
      expect(await doubles(), moment).toEqual([]);
    }
    await talk.passTo(at('2027-01-11T12:00'));
    for (const who of [UWV, JAN]) {
      const asked = talk.sent.filter(
        ({ to, text, edited }) => to === who && text.startsWith('Update voor') && !edited,
      );
      expect(asked.length).toBeLessThanOrEqual(4);
    }
  });

  test('moves a zetel from tomorrow on: nobody shares it for a day, and the new one hears of the vergadering', async () => {
    await add('bestuurder');
    expect(await talk.say(SECRETARIS, `overdracht ${BESTUURDER} aan ${JAN}`)).toContain('Zetels: lid in RBA');
    expect(await talk.say(SECRETARIS, 'Overdragen')).toContain('De zetels gaan morgen in.');
    const held = await talk.inRegio((tx) =>
      tx.bezetting.findMany({
        where: { zetel: { organisatie: { code: 'uwv' }, overleg: { code: 'RBA' } } },
        include: { persoon: true },
        orderBy: { id: 'asc' },
      }),
    );
    const day = (date: Date | null) => date?.toISOString().slice(0, 10);
    expect(held.map(({ persoon, van, tot }) => [persoon.email, day(van), day(tot)])).toEqual([
      [BESTUURDER, '2026-11-23', '2026-11-23'],
      [JAN, '2026-11-24', undefined],
    ]);
    await talk.passTo(at('2027-01-08T12:00'));
    expect(talk.sent.filter(({ to }) => to === JAN)).toHaveLength(1);
    expect(talk.sent.filter(({ to }) => to === BESTUURDER)).toEqual([]);
  });

  test('moves a question that waits, and does not ask who was asked already', async () => {
    await add('trekker');
    await talk.say('trekker@tno.example', 'vraag update actie 4');
    const waiting = (email: string) =>
      talk.inRegio((tx) => tx.bericht.count({ where: { persoon: { email }, status: 'wacht' } }));
    expect([await waiting(UWV), await waiting(JAN)]).toEqual([1, 1]);
    await handOver(UWV, JAN);
    expect([await waiting(UWV), await waiting(JAN)]).toEqual([0, 1]);
    await talk.run();
    expect(talk.sent.map(({ to }) => to)).toEqual([JAN]);
  });

  test('to somebody elsewhere keeps what belongs to the organisatie, and says how it can go', async () => {
    const preview = await talk.say(SECRETARIS, `overdracht ${UWV} aan trekker@tno.example`);
    expect(preview).toContain('Trekker UWV heeft niets dat naar Trekker TNO kan.');
    expect(preview).toContain(`Blijft: ${ALL} (Trekker TNO werkt niet bij UWV)`);
    expect(preview).toContain('«persoon trekker@tno.example ook bij <organisatie> trekker»');
    expect(preview).not.toContain('[a] Overdragen');
    await talk.say(SECRETARIS, 'persoon trekker@tno.example ook bij UWV deelnemer');
    expect(await handOver(UWV, 'trekker@tno.example')).toContain(`Acties: ${ALL}`);
  });

  test('leaves with the others what is the work of others too', async () => {
    await add('deelnemer');
    await add('trekker', 'piet@uwv.example');
    expect(await talk.say(SECRETARIS, `overdracht ${UWV} aan ${JAN}`)).toContain(
      '(is ook van anderen bij UWV)',
    );
  });

  test('after leaving takes the flag off', async () => {
    await add('deelnemer');
    await talk.say(SECRETARIS, `actie 4 contact ${UWV}`);
    await talk.say(SECRETARIS, `persoon ${UWV} vertrekt`);
    await talk.say(SECRETARIS, 'Vertrek vastleggen');
    expect(await talk.say(JAN, 'actie 4')).toContain('⚠ Trekker UWV (UWV) is vertrokken');
    await handOver(UWV, JAN);
    expect(await talk.say(JAN, 'actie 4')).not.toContain('⚠');
    expect(await named(JAN)).toContain(4);
  });

  test.each([
    [`overdracht ${UWV} aan ${UWV}`, 'alleen aan iemand anders'],
    [`overdracht niemand aan ${UWV}`, 'Ik ken niemand met de naam «niemand»'],
  ])('«%s» is refused', async (words, why) => {
    expect(await talk.say(SECRETARIS, words)).toContain(why);
  });

  test('is for who manages personen', async () => {
    expect(await talk.say(UWV, `overdracht ${UWV} aan ${BESTUURDER}`)).toContain('Alleen de secretaris');
  });
});
