import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { afterUitvraag } from './mailbox.ts';

const TNO = 'trekker@tno.example';
const PASSPORT = 'trekker@passport4work.example';

describe.each(KINDS)('the messages that ask, on %s', (kind) => {
  const { talk, box } = afterUitvraag(kind);

  const answered = async (email: string) => {
    const where = { persoon: { email }, soort: 'uitvraag' as const };
    return (await talk.inRegio((tx) => tx.herinnering.findFirstOrThrow({ where }))).beantwoordOp;
  };

  test('say what anybody reports, in any way, and that it is taken back', async () => {
    await box.say(PASSPORT, 'actie 10 loopt Nieuwe versie in gebruik');
    await talk.run();
    expect(box.open(TNO)).toEqual([20]);
    expect(box.text(TNO)).toContain('✔ Klaar: #10.');
    expect(talk.sent.every(({ edited }) => edited)).toBe(true);
    await box.answerPress(PASSPORT, 'Ongedaan maken');
    await talk.run();
    expect(box.open(TNO)).toEqual([10, 20]);
  });

  test('count as answered when nothing is open any more, and not when something is again', async () => {
    await box.say(TNO, 'actie 20 ongewijzigd');
    expect(await answered(TNO)).toBeNull();
    await box.say(PASSPORT, 'actie 10 ongewijzigd');
    expect((await answered(TNO))?.toISOString()).toBe('2026-12-17T08:00:00.000Z');
    await box.answerPress(PASSPORT, 'Ongedaan maken');
    expect(await answered(TNO)).toBeNull();
    await talk.run();
    expect(box.open(TNO)).toEqual([10]);
  });

  test('are not edited by what changes nothing in them', async () => {
    await box.say(PASSPORT, 'actie 10 ongewijzigd');
    await talk.run();
    talk.sent.length = 0;
    await box.say(PASSPORT, 'actie 10 loopt Nog iets meer');
    await box.say(SECRETARIS, 'actie 12 loopt Van niemand');
    await talk.run();
    expect(talk.sent).toEqual([]);
  });

  test('leave out an actie that is given to somebody else, that ends, or that goes up in another', async () => {
    await talk.inRegio(async (tx) => {
      const { organisatieId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      await tx.persoon.create({
        data: { naam: 'Piet Bos', email: 'piet@uwv.example', rol: 'trekker', organisatieId },
      });
    });
    expect(await box.say(SECRETARIS, 'actie 4 contact piet@uwv.example')).toContain('Piet Bos');
    await box.say(SECRETARIS, 'actie 30 gestopt Er is geen budget meer');
    await box.say(SECRETARIS, 'acties samenvoegen 15 en 16');
    await box.fill(SECRETARIS, {});
    await box.answerPress(SECRETARIS, 'Samenvoegen');
    await talk.run();
    expect(box.open(UWV)).toEqual([3, 11, 15]);
  });

  test('stay right when many answer at the same time', async () => {
    const same = [box.hold(TNO, 'Ongewijzigd', { bij: 10 }), box.hold(PASSPORT, 'Ongewijzigd', { bij: 10 })];
    const others = [3, 4, 11, 15, 16, 30].map((bij) => box.hold(UWV, 'Ongewijzigd', { bij }));
    const answers = await Promise.all([...same, ...others].map((press) => press()));
    expect(answers.filter((text) => text.includes('Er ging iets mis'))).toEqual([]);
    const acties = await talk.inRegio((tx) => tx.update.findMany({ where: { actie: { nummer: 10 } } }));
    expect(acties).toHaveLength(1);
    await talk.run();
    expect(box.open(TNO)).toEqual([20]);
    expect(box.open(PASSPORT)).not.toContain(10);
    expect(box.open(UWV)).toEqual([]);
    expect(await answered(UWV)).not.toBeNull();
  });
});
