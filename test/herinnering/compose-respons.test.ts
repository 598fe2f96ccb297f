import { describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { talkWithFew } from './few.ts';

describe('the daily line on the respons', () => {
  const talk = talkWithFew();

  const lines = () => talk.sent.filter(({ to, text }) => to === SECRETARIS && text.includes(' binnen'));

  test('is sent when something changed, warns once, and says that everything is in', async () => {
    await talk.passTo(at('2026-12-24T15:00'));
    expect(lines()).toHaveLength(1);
    expect(lines()[0]?.at).toBe('23 december 2026, 16:00');
    expect(lines()[0]?.text).toContain('0 van 46 binnen; nog open bij ');
    expect(lines()[0]?.text).toContain('⚠ De respons blijft achter');
    expect(await talk.say(SECRETARIS, 'overleg respons')).toContain('⚠ De respons blijft achter');

    await talk.passTo(at('2026-12-28T17:00'));
    expect(lines()).toHaveLength(1);
    const lapsed = await talk.inRegio((tx) =>
      tx.herinnering.count({ where: { soort: 'respons', reden: 'niets veranderd' } }),
    );
    expect(lapsed).toBe(2);

    await talk.say(UWV, 'actie 4 ongewijzigd');
    await talk.passTo(at('2026-12-29T17:00'));
    expect(lines()).toHaveLength(2);
    expect(lines()[1]?.text).toContain('1 van 46 binnen');
    expect(lines()[1]?.text).not.toContain('⚠');

    await talk.inRegio((tx) =>
      tx.actie.updateMany({ where: { nummer: { not: 4 } }, data: { status: 'afgerond' } }),
    );
    await talk.passTo(at('2026-12-31T17:00'));
    expect(lines()).toHaveLength(3);
    expect(lines()[2]?.text).toContain('1 van 1 binnen. Alles is binnen.');
  });

  test('warns again in the round of a vergadering that was moved', async () => {
    await talk.passTo(at('2026-12-24T17:00'));
    await talk.say(SECRETARIS, 'overleg verplaats 22 februari 2027');
    await talk.passTo(at('2027-02-09T17:00'));
    const warned = lines().filter(
      ({ text, edited }) => !edited && text.includes('⚠ De respons blijft achter'),
    );
    expect(warned.map((one) => one.at)).toEqual(['23 december 2026, 16:00', '5 februari 2027, 16:00']);
  });

  test('is one line after downtime, not one for every day', async () => {
    talk.clock.moveTo(at('2027-01-07T16:30'));
    await talk.run();
    expect(lines()).toHaveLength(1);
  });
});
