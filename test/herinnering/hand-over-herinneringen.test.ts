import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { vooruitblik } from '../../src/herinnering/stored-vooruitblik.ts';
import { runDue } from '../../src/jobs.ts';
import { findVergadering } from '../../src/overleg/stored-vergadering.ts';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const KVK = 'trekker@kvk.example';
const TNO = 'trekker@tno.example';

describe.each(KINDS)('handing over what is due, on %s', (kind) => {
  const talk = talkFor(kind);

  const toTrekkers = () => talk.sent.filter(({ to }) => to.startsWith('trekker@'));
  const toUwv = () => talk.sent.filter(({ to }) => to === UWV).map((letter) => letter.at);

  type Wish = { email: string; dagen: number[]; tijd?: string };

  /** UWV is away in those days, and KVK, or that `vervanger`, stands in; `wish`: when one of the two wants to be written to. */
  const standsIn = (van: string, tot: string, wish: Wish, vervanger = KVK) =>
    talk.inRegio(async (tx) => {
      const idOf = async (email: string) => (await tx.persoon.findFirstOrThrow({ where: { email } })).id;
      const { email, ...uren } = wish;
      await tx.afwezigheid.create({
        data: {
          persoonId: await idOf(UWV),
          vervangerId: await idOf(vervanger),
          van: new Date(van),
          tot: new Date(tot),
          gemeldOp: new Date('2026-12-01'),
        },
      });
      await tx.voorkeur.create({ data: { persoonId: await idOf(email), ...uren } });
    });

  test('sends after downtime what fell due, once', async () => {
    talk.clock.moveTo(at('2026-12-21T11:00'));
    await talk.run();
    await talk.run();
    expect(toUwv()).toEqual(['21 december 2026, 11:00']);
  });

  test('sends after a long downtime one message for two that fell due', async () => {
    talk.clock.moveTo(at('2027-01-05T11:00'));
    await talk.run();
    expect(toUwv()).toEqual(['5 januari 2027, 11:00']);
  });

  test('sends nothing after the vergadering', async () => {
    talk.clock.moveTo(at('2027-01-11T10:00'));
    await talk.run();
    expect(talk.sent).toEqual([]);
    const rows = await talk.inRegio((tx) =>
      tx.herinnering.groupBy({ by: ['status', 'reden'], orderBy: { reden: 'asc' } }),
    );
    expect(rows).toEqual([{ status: 'vervallen', reden: 'de vergadering is al geweest' }]);
  });

  test('waits after downtime that ends in a weekend for Monday morning', async () => {
    talk.clock.moveTo(at('2026-12-19T12:00'));
    await talk.run();
    expect(talk.sent).toEqual([]);
    await talk.passTo(at('2026-12-22T12:00'));
    expect(toUwv()).toEqual(['21 december 2026, 09:00']);
  });

  test('leaves nothing behind of several days that it looks at in a weekend', async () => {
    talk.clock.moveTo(at('2027-01-09T12:00'));
    await talk.run();
    const left = { status: 'gepland' as const, geplandOp: { lte: new Date(talk.clock.now().toString()) } };
    expect(await talk.inRegio((tx) => tx.herinnering.count({ where: left }))).toBe(0);
  });

  test('puts nothing off to the moment of another that says the same', async () => {
    talk.clock.moveTo(at('2027-01-02T12:00'));
    await talk.run();
    const tomorrow = new Date(at('2027-01-03T00:00').epochMilliseconds);
    const same = { soort: 'stukken' as const, status: 'gepland' as const };
    await talk.inRegio(async (tx) => {
      const { id, persoonId, vergaderingId } = await tx.herinnering.findFirstOrThrow({ where: same });
      await tx.herinnering.updateMany({ where: { id }, data: { geplandOp: tomorrow } });
      const due = { ...same, persoonId, vergaderingId, geplandOp: new Date('2027-01-01') };
      await tx.herinnering.create({ data: due });
    });
    await talk.run();
    expect(await talk.inRegio((tx) => tx.herinnering.findMany({ where: same }))).toMatchObject([
      { geplandOp: tomorrow },
    ]);
  });

  test('leaves one of two that say the same and are put off to the same moment', async () => {
    talk.clock.moveTo(at('2027-01-02T12:00'));
    await talk.run();
    const same = { soort: 'stukken' as const, status: 'gepland' as const };
    await talk.inRegio(async (tx) => {
      const { id, ...row } = await tx.herinnering.findFirstOrThrow({ where: same });
      const due = [new Date('2026-12-31'), new Date('2027-01-01')];
      await tx.herinnering.deleteMany({ where: { id } });
      await tx.herinnering.createMany({
        data: due.map((geplandOp) => ({ ...row, inhoud: {}, geplandOp })),
      });
    });
    await talk.run();
    expect(await talk.inRegio((tx) => tx.herinnering.findMany({ where: same }))).toHaveLength(1);
  });

  test('asks nothing of an earlier step after a later one on a day, planned again or not', async () => {
    // Mondays: all three fall to 28 December, the uitvraag at its own time.
    await talk.say(UWV, 'herinner mij alleen op maandag');
    await talk.say(SECRETARIS, 'overleg aanloop RBA uitvraag 12 werkdagen, 16:30');
    await talk.passTo(at('2026-12-28T10:00'));
    await talk.say(SECRETARIS, 'overleg locatie RBA stadhuis');
    await talk.passTo(at('2026-12-28T17:00'));
    await talk.say(SECRETARIS, 'overleg locatie RBA raadhuis');
    await talk.passTo(at('2026-12-29T17:00'));
    const asked = await talk.inRegio((tx) =>
      tx.herinnering.findMany({
        where: {
          persoon: { email: UWV },
          status: 'overgedragen',
          geplandOp: { gte: new Date('2026-12-21') },
        },
        select: { soort: true },
      }),
    );
    expect(asked).toEqual([{ soort: 'aanlevertermijn' }]);
  });

  test.each([
    ['what was put off before', ['2026-12-31T12:00', '2027-01-04T12:00']],
    ['what is due with it', ['2027-01-04T12:00']],
  ])('goes no step further up while the step below waits for its hours: %s', async (_, moments) => {
    // Wednesdays: the first after the escalatie of 31 December is 6 January. Asked then, a working day passes first.
    await standsIn('2026-12-28', '2027-01-31', { email: KVK, dagen: [3] });
    for (const moment of moments) {
      talk.clock.moveTo(at(moment));
      await talk.run();
    }
    const steps = () =>
      talk.inRegio((tx) =>
        tx.herinnering.findMany({
          where: { soort: 'escalatie', persoon: { email: UWV } },
          orderBy: { trede: 'asc' },
          take: 2,
        }),
      );
    expect(await steps()).toMatchObject([{ status: 'gepland' }, { status: 'gepland' }]);
    await talk.passTo(at('2027-01-08T10:00'));
    const sent = ['2027-01-07T09:00', '2027-01-08T09:00'].map((moment) => {
      return { status: 'overgedragen', geplandOp: new Date(at(moment).epochMilliseconds) };
    });
    expect(await steps()).toMatchObject(sent);
  });

  describe('who stands in for somebody with another time of day', () => {
    const toTno = () => talk.sent.filter(({ to }) => to === TNO);
    const wish = { email: UWV, dagen: [1, 2, 3, 4, 5], tijd: '10:30' };

    test('gets one message, and that is how it was announced', async () => {
      await standsIn('2026-12-14', '2026-12-18', wish, TNO);
      const seen = await talk.inRegio(async (tx) => {
        const { id } = await tx.vergadering.findFirstOrThrow();
        const blik = await vooruitblik(tx, await findVergadering(tx, id), talk.clock.now());
        return blik.find(({ row }) => row.soort === 'uitvraag' && row.persoon.email === UWV);
      });
      expect(seen).toMatchObject({ op: at('2026-12-17T09:00'), naar: { naam: 'Trekker TNO' } });
      await talk.passTo(at('2026-12-17T12:00'));
      expect(toTno().map((letter) => letter.at)).toEqual(['17 december 2026, 09:00']);
      expect(toTno()[0]?.text).toContain('vervangt');
    });

    test('gets one at the time of the one of the two who comes first', async () => {
      await standsIn('2026-12-14', '2026-12-18', { email: UWV, dagen: [1, 2, 3, 4, 5], tijd: '09:30' }, TNO);
      await talk.say(SECRETARIS, 'overleg aanloop RBA uitvraag 10:30');
      await talk.passTo(at('2026-12-17T12:00'));
      expect(toTno().map((letter) => letter.at)).toEqual(['17 december 2026, 09:30']);
    });

    test('leaves to their own time whoever is there', async () => {
      await standsIn('2027-01-04', '2027-01-08', wish, TNO);
      await talk.say(UWV, 'herinner mij vanaf 10:30');
      await talk.passTo(at('2026-12-17T12:00'));
      expect(toTno().map((letter) => letter.at)).toEqual(['17 december 2026, 09:00']);
      expect(toUwv()).toEqual(['17 december 2026, 10:30']);
    });

    test('gets no question after a later one, where both are due at one later time of that day', async () => {
      // Tuesdays: the herinnering of the 24th and the aanlevertermijn of the 29th.
      await standsIn('2026-12-28', '2026-12-31', { email: UWV, dagen: [2], tijd: '10:30' }, TNO);
      await talk.passTo(at('2026-12-30T17:00'));
      const rows = await talk.inRegio((tx) =>
        tx.herinnering.findMany({
          where: { persoon: { email: UWV }, soort: { in: ['herinnering', 'aanlevertermijn'] } },
          orderBy: { soort: 'asc' },
        }),
      );
      expect(rows).toMatchObject([
        { soort: 'herinnering', status: 'vervallen', reden: 'ingehaald door een latere herinnering' },
        { soort: 'aanlevertermijn', status: 'overgedragen' },
      ]);
      const asked = toTno().map((letter) => letter.at);
      expect(asked.filter((one) => one.startsWith('29') || one.startsWith('30'))).toEqual([
        '29 december 2026, 09:00',
        '30 december 2026, 09:00',
      ]);
    });

    test('is asked at its own time for what was put off', async () => {
      await talk.passTo(at('2026-12-17T12:00'));
      await talk.inRegio(async (tx) => {
        const sent = await tx.herinnering.findMany({
          where: { soort: 'uitvraag', persoon: { email: { in: [UWV, TNO] } } },
          include: { persoon: true },
        });
        const moment = (email: string) => at(email === UWV ? '2026-12-21T10:30' : '2026-12-21T09:00');
        await tx.herinnering.createMany({
          data: sent.map(({ persoonId, vergaderingId, persoon }) => ({
            ...{ persoonId, vergaderingId, soort: 'later' as const },
            geplandOp: new Date(moment(persoon.email).epochMilliseconds),
          })),
        });
      });
      await standsIn('2026-12-21', '2026-12-22', wish, TNO);
      await talk.passTo(at('2026-12-21T12:00'));
      const since = toTno().map((letter) => letter.at);
      expect(since).toEqual([
        '17 december 2026, 09:00',
        '21 december 2026, 09:00',
        '21 december 2026, 10:30',
      ]);
    });
  });

  test('gives what waits for the hours of somebody to who stands in from the day on that they are away', async () => {
    await standsIn('2026-12-22', '2026-12-31', { email: UWV, dagen: [4] });
    // Up again on a Saturday: the next Thursday is the 24th.
    talk.clock.moveTo(at('2026-12-19T12:00'));
    await talk.run();
    await talk.passTo(at('2026-12-22T12:00'));
    const got = talk.sent.filter(({ to, text }) => to === KVK && text.includes('vervangt'));
    expect(got.map((letter) => letter.at)).toEqual(['22 december 2026, 09:00']);
  });

  test('tells how the response stands once on a day, whatever was put off to it', async () => {
    await talk.run();
    const [early, late] = [at('2027-01-04T16:00'), at('2027-01-05T16:00')];
    await talk.inRegio((tx) =>
      tx.herinnering.deleteMany({
        where: {
          NOT: {
            soort: 'respons',
            geplandOp: { in: [early, late].map((one) => new Date(one.epochMilliseconds)) },
          },
        },
      }),
    );
    talk.clock.moveTo(at('2027-01-04T18:00'));
    await talk.run();
    await talk.passTo(at('2027-01-05T18:00'));
    const told = talk.sent.filter(({ text }) => text.includes(' van 46 '));
    expect(told.map((letter) => letter.at)).toEqual(['5 januari 2027, 16:00']);
  });

  test('sends to a vervanger in the hours of the vervanger', async () => {
    await standsIn('2026-12-14', '2026-12-31', { email: UWV, dagen: [5], tijd: '18:00' });
    talk.clock.moveTo(at('2026-12-30T11:00'));
    await talk.run();
    const got = talk.sent.filter(({ to }) => to === KVK).map(({ text }) => text);
    expect(got.join()).toContain('die jij vervangt');
  });

  test('sends once with several processes at the same time', async () => {
    talk.clock.moveTo(at('2026-12-17T09:00'));
    const parts = {
      db: talk.db,
      platforms: [talk.platform],
      now: talk.clock.now,
      log: pino({ level: 'silent' }),
    };
    await Promise.all([runDue(parts), runDue(parts), runDue(parts)]);
    await talk.run();
    const all = toTrekkers().map(({ to }) => to);
    expect(all.length).toBe(29);
    expect(new Set(all).size).toBe(29);
  });
});
