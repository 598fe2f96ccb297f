import { describe, expect, test } from 'vitest';
import { momentText } from '../../src/kalender/datum.ts';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { withMailbox } from './mailbox.ts';

const FATIMA = 'fatima@uwv.example';

describe.each(KINDS)('the question about a date that has passed, on %s', (kind) => {
  const { talk, box } = withMailbox(kind);

  const expectDone = async (nummer: number, verwachtOp: string, rest: Record<string, string> = {}) => {
    await box.say(UWV, `actie ${nummer} bijwerken`);
    return box.fill(UWV, { status: 'loopt', toelichting: `Datum ${verwachtOp}`, verwachtOp, ...rest });
  };
  const planned = async () => {
    const rows = await talk.inRegio((tx) =>
      tx.herinnering.findMany({
        where: { soort: 'verwacht', status: 'gepland' },
        include: { persoon: true, actie: true },
        orderBy: [{ actieId: 'asc' }, { persoonId: 'asc' }],
      }),
    );
    return rows.map(
      ({ actie, persoon, geplandOp }) =>
        `#${actie?.nummer} ${persoon.email} ${momentText(geplandOp.toTemporalInstant())}`,
    );
  };

  test('is planned for the next working day, for who carries the actie', async () => {
    expect(await expectDone(4, '4 december')).toContain('Geregistreerd');
    expect(await planned()).toEqual([`#4 ${UWV} 7 december 2026, 09:00`]);
  });

  test('moves with the date, and goes with it', async () => {
    await expectDone(4, '4 december');
    await expectDone(4, '8 december');
    expect(await planned()).toEqual([`#4 ${UWV} 9 december 2026, 09:00`]);
    await expectDone(4, '');
    expect(await planned()).toEqual([]);
  });

  test('comes back when the report that took the date away is undone', async () => {
    await expectDone(4, '4 december');
    await box.say(UWV, 'actie 4 afgerond Klaar');
    expect(await planned()).toEqual([]);
    await box.answerPress(UWV, 'Ongedaan maken');
    expect(await planned()).toEqual([`#4 ${UWV} 7 december 2026, 09:00`]);
  });

  test('goes to who carries the actie by then', async () => {
    await expectDone(4, '4 december');
    await talk.inRegio(async (tx) => {
      const { organisatieId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      await tx.persoon.create({ data: { organisatieId, naam: 'Fatima', email: FATIMA, rol: 'trekker' } });
    });
    await box.say(SECRETARIS, `actie 4 contact ${FATIMA}`);
    expect(await planned()).toEqual([`#4 ${FATIMA} 7 december 2026, 09:00`]);
  });

  test('is not for who wants to hear of the aanlevertermijn only', async () => {
    await expectDone(4, '4 december');
    await box.say(UWV, 'herinner mij alleen aan de aanlevertermijn');
    expect(await planned()).toEqual([]);
  });

  test('is not asked when something was reported after the date', async () => {
    await expectDone(4, '4 december');
    talk.clock.moveTo(at('2026-12-05T12:00'));
    await box.say(UWV, 'actie 4 ongewijzigd');
    expect(await planned()).toEqual([]);
    await talk.passTo(at('2026-12-08T12:00'));
    expect(talk.sent).toEqual([]);
  });

  test('costs nothing where no date is given', async () => {
    await box.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    expect(await planned()).toEqual([]);
  });
});
