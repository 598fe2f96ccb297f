import { describe, expect, test } from 'vitest';
import { planComing } from '../../src/herinnering/plan-herinneringen.ts';
import { deskOf } from '../desk.ts';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { talkWithFew } from './few.ts';

describe('sending a step now', () => {
  const talk = talkWithFew();

  const say = (words: string) => talk.say(SECRETARIS, words);
  const toUwv = () => talk.sent.filter(({ to }) => to === UWV).map((letter) => letter.at);

  test('is shown first, happens once, and not again on the day that was planned', async () => {
    expect(await talk.say(UWV, 'overleg herinneringen nu uitvraag')).toContain('Alleen de secretaris');
    const desk = deskOf(talk, SECRETARIS);
    expect(await desk.say('overleg herinneringen nu uitvraag')).toContain('4 personen krijgen het meteen.');
    await talk.run();
    expect(talk.sent).toEqual([]);
    const again = desk.hold('Uitvraag nu versturen');
    expect(await again()).toContain('Uitvraag wordt verstuurd.');
    expect(await again()).toMatch(/Al verwerkt|niets meer gepland/);
    await talk.run();
    expect(toUwv()).toEqual(['23 november 2026, 09:00']);
    await talk.inRegio((tx) => planComing(tx, talk.clock.now()));
    await talk.passTo(at('2026-12-18T12:00'));
    expect(toUwv()).toEqual(['23 november 2026, 09:00']);
    expect(await say('overleg herinneringen log')).toContain(
      'Ambtelijk secretaris verstuurde uitvraag meteen, aan 4 personen',
    );
  });

  test('keeps to the hours of people, and survives that it is planned again', async () => {
    talk.clock.moveTo(at('2026-11-28T12:00'));
    expect(await say('overleg herinneringen nu uitvraag')).toContain(
      '4 personen krijgen het later, vanaf 30 november 2026, 09:00 uur',
    );
    await say('Uitvraag nu versturen');
    await talk.inRegio((tx) => planComing(tx, talk.clock.now()));
    await talk.passTo(at('2026-12-01T12:00'));
    expect(toUwv()).toEqual(['30 november 2026, 09:00']);
  });

  test('is planned as usual again once the vergadering is moved', async () => {
    await say('overleg herinneringen nu uitvraag');
    await say('Uitvraag nu versturen');
    await talk.run();
    await say('overleg verplaats 22 maart 2027');
    await talk.passTo(at('2027-03-02T12:00'));
    expect(toUwv()).toContain('1 maart 2027, 09:00');
  });

  test('is refused, and stays planned, when everybody had a later step that day', async () => {
    await talk.passTo(at('2026-12-29T12:00'));
    await say('overleg verplaats 22 maart 2027');
    expect(await say('overleg herinneringen nu uitvraag')).toContain(
      'Niemand krijgt uitvraag nu: er staat niets open, er is niemand, of ze kregen vandaag al een latere stap.',
    );
    await talk.passTo(at('2027-03-02T12:00'));
    expect(toUwv()).toContain('1 maart 2027, 09:00');
  });

  test.each([
    ['herinnering', 'Stuur die eerst, met «overleg herinneringen nu uitvraag».'],
    ['coulance', 'De tekst van coulance klopt alleen op de dag zelf.'],
    ['aankondiging', 'Van aankondiging is niets meer gepland.'],
  ])('of «%s» is refused where it makes no sense', async (stap, why) => {
    expect(await say(`overleg herinneringen nu ${stap}`)).toContain(why);
  });

  test('is done for the vergadering of a day, from its buttons too', async () => {
    await say('overleg plan RBA 14 oktober 2027');
    const text = await say('overleg RBA van 14 oktober 2027 herinneringen nu uitvraag');
    expect(text).toContain('Voor de vergadering van RBA op donderdag 14 oktober 2027');
    await say('overleg herinneringen RBA van 14 oktober 2027');
    await say('Uitvraag bekijken');
    expect(await say('Nu versturen')).toContain('op donderdag 14 oktober 2027');
    expect(await say('Uitvraag nu versturen')).toContain('Uitvraag wordt verstuurd.');
    await talk.run();
    expect(talk.sent.find(({ to }) => to === UWV)?.text).toContain('14 oktober 2027');
    expect(await say('overleg herinneringen uitvraag')).not.toContain('verstuurd 23 november');
  });
});
