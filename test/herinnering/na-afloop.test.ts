import { describe, expect, test } from 'vitest';
import { planComing } from '../../src/herinnering/plan-herinneringen.ts';
import { deskOf } from '../desk.ts';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { TNO, talkWithFew } from './few.ts';

/** The RBA meets on Monday 11 January 2027 at 10:00. */
describe('what is said after a vergadering', () => {
  const talk = talkWithFew();

  const say = (words: string) => talk.say(SECRETARIS, words);
  const planned = () =>
    talk.inRegio(async (tx) => {
      const rows = await tx.herinnering.findMany({ where: { soort: 'na_afloop', status: 'gepland' } });
      return rows.map(({ geplandOp }) => geplandOp.toTemporalInstant().toString()).sort();
    });
  const nazorg = () => talk.sent.filter(({ text }) => text.includes('was op'));

  test('is nothing unless the secretaris wants it', async () => {
    expect(await planned()).toEqual([]);
    expect(await say('overleg aanloop RBA')).toContain('Na afloop: 1 werkdag erna, 09:00 uur · ✖ uit');
  });

  test('is shown in advance, and comes on its day, once', async () => {
    const text = await say('overleg aanloop RBA na afloop aan, 2 werkdagen, 10:30');
    expect(text).toContain('dag 1 werkdag erna → 2 werkdagen erna');
    expect(text).toContain('De berichten van 1 vergadering zijn opnieuw gepland.');
    expect(await planned()).toEqual([at('2027-01-13T10:30').toString()]);
    expect(await say('overleg RBA herinneringen na afloop')).toContain('13 januari 2027, 10:30 uur');
    await talk.passTo(at('2027-01-12T17:00'));
    expect(nazorg()).toEqual([]);
    await talk.passTo(at('2027-02-10T12:00'));
    expect(nazorg().map(({ to, at: when }) => `${to} ${when}`)).toEqual([
      `${SECRETARIS} 13 januari 2027, 10:30`,
    ]);
    expect(nazorg()[0]?.text).toContain('Wat is er afgesproken?');
    expect(nazorg()[0]?.text).toContain('De vergadering was op maandag 11 januari 2027 om 10:00 uur.');
  });

  test('can be for the trekkers, with words of their own', async () => {
    await say('overleg aanloop RBA na afloop aan, aan trekkers, tekst: De besluitenlijst staat klaar.');
    await talk.passTo(at('2027-01-12T12:00'));
    const uwv = nazorg().find(({ to }) => to === UWV);
    expect(uwv?.at).toBe('12 januari 2027, 09:00');
    expect(uwv?.text).toContain(
      'De vergadering was op maandag 11 januari 2027 om 10:00 uur. De besluitenlijst staat klaar.',
    );
    expect(uwv?.text).toContain('[Mijn acties bijwerken]');
  });

  test('moves with the vergadering, and goes with it', async () => {
    await say('overleg aanloop RBA na afloop aan');
    await say('overleg verplaats RBA 18 januari 2027');
    expect(await planned()).toEqual([at('2027-01-19T09:00').toString()]);
    const desk = deskOf(talk, SECRETARIS);
    await desk.say('overleg annuleer RBA');
    await desk.press('Afzeggen');
    expect(await planned()).toEqual([]);
  });

  test('is still steered once the vergadering was held', async () => {
    await say('overleg aanloop RBA na afloop aan, 3 werkdagen, aan trekkers');
    await talk.passTo(at('2027-01-11T12:00'));
    await say('overleg plan RBA 12 april 2027');
    const desk = deskOf(talk, SECRETARIS);
    expect(await desk.say('overleg RBA herinneringen')).toContain('12 april 2027');
    expect(await desk.press('Na de vergadering van 11 januari 2027')).toContain(
      'De vergadering was op maandag 11 januari 2027',
    );
    await desk.press('Na afloop bekijken');
    expect(await desk.press('Sla Trekker TNO over')).toContain('krijgt niets meer');
    expect(await say('overleg RBA van 11 januari 2027 herinneringen nu na afloop')).toContain(
      'personen krijgen het meteen',
    );
    await say('Na afloop nu versturen');
    await talk.passTo(at('2027-01-20T12:00'));
    expect(new Set(nazorg().map(({ at: when }) => when))).toEqual(new Set(['11 januari 2027, 12:00']));
    expect(nazorg().map(({ to }) => to)).toContain(UWV);
    expect(nazorg().map(({ to }) => to)).not.toContain(TNO);
  });

  test('goes to who stands in once its reader is away, also when that is said after the vergadering', async () => {
    await say('overleg aanloop RBA na afloop aan, 3 werkdagen, aan trekkers');
    await talk.passTo(at('2027-01-11T12:00'));
    await talk.say(UWV, `afwezig t/m 20 januari 2027, vervanger ${TNO}`);
    await talk.passTo(at('2027-01-14T12:00'));
    expect(nazorg().map(({ to }) => to)).not.toContain(UWV);
    expect(nazorg().find(({ to }) => to === TNO)?.text).toMatch(/Ook voor .*, die jij vervangt\./);
  });

  test('comes once, however its day is changed', async () => {
    await say('overleg aanloop RBA na afloop aan');
    await talk.passTo(at('2027-01-12T12:00'));
    expect(nazorg()).toHaveLength(1);
    await say('overleg aanloop RBA na afloop 8 werkdagen');
    await talk.passTo(at('2027-02-10T12:00'));
    expect(nazorg()).toHaveLength(1);
  });

  test('comes also where the same step was sent just before it, or sooner than planned', async () => {
    await talk.passTo(at('2027-01-06T12:00'));
    await say('overleg herinneringen nu dag ervoor');
    await say('overleg aanloop RBA dag ervoor uit');
    await say('overleg aanloop RBA stukken 1 erna');
    await talk.passTo(at('2027-01-12T12:00'));
    expect(nazorg().map(({ to, at: when }) => `${to} ${when}`)).toEqual([
      `${SECRETARIS} 12 januari 2027, 09:00`,
    ]);
  });

  test('goes to who holds the zetel by then', async () => {
    await say('overleg aanloop RBA na afloop aan, 3 werkdagen');
    await talk.passTo(at('2027-01-11T12:00'));
    await talk.inRegio(async (tx) => {
      const { id: zetelId } = await tx.zetel.findFirstOrThrow({
        where: { rol: 'secretaris', overleg: { code: 'RBA' } },
      });
      const { id: persoonId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      await tx.bezetting.updateMany({ where: { zetelId }, data: { tot: new Date('2027-01-11') } });
      await tx.bezetting.create({ data: { zetelId, persoonId, van: new Date('2027-01-12') } });
    });
    talk.clock.moveTo(at('2027-01-12T12:00'));
    await talk.inRegio((tx) => planComing(tx, talk.clock.now()));
    await talk.passTo(at('2027-01-14T12:00'));
    expect(nazorg().map(({ to }) => to)).toEqual([UWV]);
  });

  test('that is off is said to be off when it is changed', async () => {
    const text = await say('overleg aanloop RBA na afloop aan leden');
    expect(text).toContain('⚠ Na afloop staat uit: er wordt niets van verstuurd.');
    expect(text).toContain('«overleg aanloop RBA na afloop aan»');
    expect(text).not.toContain('opnieuw gepland');
  });

  test('is meant without a day where it is the one that is still to come', async () => {
    await say('overleg aanloop RBA na afloop aan, 3 werkdagen');
    await talk.passTo(at('2027-01-11T12:00'));
    expect(await say('overleg RBA herinneringen')).toContain('De vergadering was op maandag 11 januari');
    await say('overleg plan RBA 12 april 2027');
    expect(await say('overleg RBA van 11 januari herinneringen')).toContain('was op maandag 11 januari');
    expect(await say('overleg RBA bestuurders aan na afloop')).toContain('op maandag 11 januari 2027');
    expect(await say('overleg RBA herinneringen sla na afloop over')).toContain(
      'Na afloop gaat niet uit voor de vergadering van RBA op maandag 11 januari 2027',
    );
    expect(await say('overleg RBA van 11 januari herinneringen sla na afloop niet over')).toContain(
      'weer uit',
    );
  });

  test('switched on afterwards comes at once, but not long afterwards', async () => {
    await talk.passTo(at('2027-01-14T12:00'));
    expect(await say('overleg aanloop RBA na afloop aan')).toContain(
      '⚠ Die dag is al geweest: 1 bericht gaat nu meteen.',
    );
    await say('overleg aanloop RBA na afloop uit');
    talk.clock.moveTo(at('2027-02-01T12:00'));
    expect(await say('overleg aanloop RBA na afloop aan')).not.toContain('⚠');
    expect(await planned()).toEqual([]);
  });

  test('that stood still for too long is of no use any more', async () => {
    await say('overleg aanloop RBA na afloop aan');
    await talk.run();
    talk.clock.moveTo(at('2027-01-26T12:00'));
    await talk.run();
    expect(nazorg()).toEqual([]);
    const rows = await talk.inRegio((tx) => tx.herinnering.findMany({ where: { soort: 'na_afloop' } }));
    expect(rows.map(({ reden }) => reden)).toEqual(['de vergadering is te lang geleden']);
  });

  test.each([
    ['uitvraag 2 werkdagen erna', '«uitvraag» heeft daarna geen zin meer'],
    ['dag ervoor 1 werkdag erna', 'Voor daarna is er «na afloop».'],
    ['na afloop 1 werkdag voor de vergadering', 'Kies 1 of meer werkdagen erna.'],
    ['na afloop 1 werkdag ervoor', 'Kies 1 of meer werkdagen erna.'],
    ['na afloop op de dag zelf', 'Kies 1 of meer werkdagen erna.'],
    ['na afloop 21 werkdagen', 'Kies een aantal werkdagen erna, van 1 tot en met 20.'],
  ])('«%s» is refused, with what to do', async (words, why) => {
    await say('overleg aanloop RBA na afloop aan');
    expect(await say(`overleg aanloop RBA ${words}`)).toContain(why);
  });

  test('before it cannot be sent now', async () => {
    await say('overleg aanloop RBA na afloop aan');
    expect(await say('overleg herinneringen nu na afloop')).toContain('nu versturen kan pas daarna');
  });

  test('another step can come after it as well, with a warning about its words', async () => {
    await say('overleg aanloop RBA dag ervoor uit');
    const desk = deskOf(talk, SECRETARIS);
    await desk.say('overleg aanloop RBA aankondiging');
    const text = await desk.fill({ werkdagen: '1 erna', aan: 'trekkers' });
    expect(text).toContain('dag 5 werkdagen ervoor → 1 werkdag erna');
    expect(text).toContain('⚠ Past de tekst nog?');
    await talk.passTo(at('2027-01-12T12:00'));
    expect(nazorg().map(({ to }) => to)).toContain(UWV);
  });
});
