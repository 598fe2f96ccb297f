import { describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

describe('moving a vergadering', () => {
  const talk = talkFor('postgres');

  const moments = () =>
    talk.inRegio(async (tx) => {
      const rows = await tx.herinnering.groupBy({
        by: ['soort', 'geplandOp'],
        where: { status: 'gepland' },
        orderBy: [{ soort: 'asc' }, { geplandOp: 'asc' }],
      });
      return rows.map(({ soort, geplandOp }) => `${soort} ${geplandOp.toISOString()}`);
    });

  test('shows old → new, keeps the time of day, and plans everything again', async () => {
    const text = await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
    expect(text).toContain('maandag 11 januari 2027 om 10:00 uur → donderdag 8 april 2027 om 10:00 uur');
    expect((await moments()).filter((moment) => !moment.startsWith('respons'))).toEqual([
      'agendacommissie 2027-03-10T08:00:00.000Z',
      // Fifteen working days before, across Easter and the change to summer time.
      'uitvraag 2027-03-17T08:00:00.000Z',
      'herinnering 2027-03-24T08:00:00.000Z',
      'aanlevertermijn 2027-03-26T08:00:00.000Z',
      'coulance 2027-03-30T07:00:00.000Z',
      'escalatie 2027-03-31T07:00:00.000Z',
      'escalatie 2027-04-01T07:00:00.000Z',
      'escalatie 2027-04-02T07:00:00.000Z',
      'stukken 2027-04-01T07:00:00.000Z',
      'dag_ervoor 2027-04-07T07:00:00.000Z',
      'bereik 2027-03-09T08:00:00.000Z',
    ]);
  });

  test('can be put back with one button', async () => {
    const before = await moments();
    await talk.say(SECRETARIS, 'overleg verplaats naar 8 april 2027 14:30');
    expect(await talk.say(SECRETARIS, 'Terugzetten')).toContain('→ maandag 11 januari 2027 om 10:00 uur');
    expect(await moments()).toEqual(before);
  });

  test.each([
    'overleg verplaats RBA naar 8 april 2027',
    'verplaats het overleg naar 8-4-2027',
    'overleg verplaats rba 2027-04-08',
  ])('works with «%s»', async (words) => {
    expect(await talk.say(SECRETARIS, words)).toContain('→ donderdag 8 april 2027');
  });

  test.each([
    ['overleg verplaats 14 maart 2027', 'zondag 14 maart 2027 valt in het weekend'],
    ['overleg verplaats 29-3-2027', 'maandag 29 maart 2027 is een feestdag'],
    ['overleg verplaats 2-11-2026', 'is al geweest'],
    ['overleg verplaats 31 februari 2027', '31 februari 2027 bestaat niet'],
    ['overleg verplaats ooit', 'Ik begrijp de datum «ooit» niet'],
    ['overleg verplaats volgende week zondag', 'zondag 6 december 2026 valt in het weekend'],
    ['overleg verplaats BOE 8 april 2027', 'Ik ken geen overleg «BOE»'],
  ])('«%s» is refused, and says why', async (words, why) => {
    const before = await moments();
    expect(await talk.say(SECRETARIS, words)).toContain(why);
    expect(await moments()).toEqual(before);
  });

  test('is for the secretaris only', async () => {
    expect(await talk.say(UWV, 'overleg verplaats 8 april 2027')).toContain(
      'Alleen de secretaris, Ambtelijk secretaris',
    );
  });

  test('tells whoever was written to before, and no old message keeps the old date', async () => {
    await talk.passTo(at('2026-12-18T09:00'));
    talk.sent.length = 0;
    await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
    await talk.run();
    const news = talk.sent.filter(({ edited }) => !edited);
    expect(news).toHaveLength(29);
    for (const { text } of news) {
      expect(text).toContain(
        'De vergadering van maandag 11 januari 2027 om 10:00 uur is verplaatst naar donderdag 8 april 2027 om 10:00 uur.',
      );
    }
    const edits = talk.sent.filter(({ edited }) => edited);
    expect(new Set(edits.map(({ to }) => to))).toEqual(new Set([...news.map(({ to }) => to), SECRETARIS]));
    for (const { text } of edits) {
      expect(text).toContain('donderdag 8 april 2027 om 10:00 uur');
      expect(text).not.toContain('11 januari');
    }
  });

  test('a few days does not ask the same people again; a month does', async () => {
    await talk.passTo(at('2026-12-18T09:00'));
    await talk.say(SECRETARIS, 'overleg verplaats 13 januari 2027');
    expect((await moments()).join()).not.toContain('uitvraag');
    await talk.say(SECRETARIS, 'overleg verplaats 11 februari 2027');
    expect(await moments()).toContain('uitvraag 2027-01-21T08:00:00.000Z');
  });

  test('to a day so near that moments have passed sends at once what still matters, once', async () => {
    await talk.say(SECRETARIS, 'overleg verplaats 26 november 2026');
    await talk.run();
    const toUwv = talk.sent.filter(({ to }) => to === UWV);
    expect(toUwv).toHaveLength(1);
    const toSecretaris = talk.sent.filter(({ to }) => to === SECRETARIS).map(({ text }) => text);
    expect(new Set(toSecretaris).size).toBe(toSecretaris.length);
    const lapsed = await talk.inRegio((tx) =>
      tx.herinnering.findMany({ where: { status: 'vervallen', persoon: { email: UWV }, trede: 0 } }),
    );
    expect(lapsed.map(({ soort, reden }) => `${soort}: ${reden}`).sort()).toEqual(
      ['aanlevertermijn', 'herinnering', 'uitvraag'].map(
        (soort) => `${soort}: ingehaald door een latere herinnering`,
      ),
    );
  });

  test('with a button that is too old writes nothing: the vergadering is another one, or somewhere else', async () => {
    await talk.say(SECRETARIS, 'overleg verplaats 14 januari 2027');
    const { id, begin } = await talk.inRegio((tx) => tx.vergadering.findFirstOrThrow());
    const input = { vergadering: id, van: begin.toISOString(), naar: '2027-01-11T09:00:00.000Z' };
    await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
    const say = { command: 'overleg.terugzetten', input };
    const answer = await talk.ask(requestOf(SECRETARIS, say));
    expect(JSON.stringify(answer)).toContain('Al verwerkt');
    expect(await talk.say(UWV, 'overleg')).toContain('donderdag 8 april 2027');
  });

  test('to where it is already is refused', async () => {
    expect(await talk.say(SECRETARIS, 'overleg verplaats 11 januari 2027')).toContain(
      'staat al gepland op maandag 11 januari',
    );
  });

  test('soon after people were asked asks nothing twice, and nobody twice on one day', async () => {
    await talk.say(SECRETARIS, 'overleg verplaats 4 december 2026');
    await talk.run();
    talk.clock.moveTo(at('2026-11-27T09:30'));
    await talk.run();
    await talk.say(SECRETARIS, 'overleg verplaats 11 december 2026');
    await talk.passTo(at('2026-12-11T12:00'));
    const asked = talk.sent.filter(
      ({ to, text, edited }) => to === UWV && text.startsWith('Update voor') && !edited,
    );
    // The herinnering; the coulance, late, which says all that an uitvraag of before would; the new aanlevertermijn.
    expect(asked.map((letter) => letter.at)).toEqual([
      '23 november 2026, 09:00',
      '27 november 2026, 09:30',
      '1 december 2026, 09:00',
    ]);
  });
});
