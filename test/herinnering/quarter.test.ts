import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

// The RBA meets on Thursday 8 April 2027: the run-up passes Easter Monday (29 March) and the change to summer time
// (28 March). Of the 32 organisaties 29 carry an actie of the RBA.
const UITVRAAG = '17 maart 2027, 09:00';
const HERINNERING = '24 maart 2027, 09:00';
const TERMIJN = '26 maart 2027, 09:00';
const COULANCE = '30 maart 2027, 09:00';
const STUKKEN = '1 april 2027, 09:00';
const AGENDA = '10 maart 2027, 09:00';
const ESCALATIE = '31 maart 2027, 09:00';
const AANKONDIGING = '1 april 2027, 09:00';
const DAG_ERVOOR = '7 april 2027, 09:00';

describe.each(KINDS)('a quarter, on %s', (kind) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn(kind, at('2027-01-12T09:00'));
    await talk.inRegio(async (tx) => {
      await tx.herinnering.deleteMany();
      await tx.vergadering.deleteMany();
    });
    await talk.say(SECRETARIS, 'overleg plan 8 april 2027');
    await talk.say(SECRETARIS, 'overleg aankondiging aan');
  });
  afterAll(() => talk.close());

  const received = (to: string) =>
    talk.sent.filter((letter) => letter.to === to && !letter.edited).map(({ at }) => at);

  test('gives every person what they should get, when they should, once', async () => {
    await talk.passTo(at('2027-03-18T12:00'));
    // Answers everything, in three ways: none left, so no second message.
    await talk.say(UWV, 'actie 3 loopt Eerste trajecten gestart');
    for (const nummer of [4, 11, 15, 16, 30]) await talk.say(UWV, `actie ${nummer} ongewijzigd`);
    // Answers one of two.
    await talk.say('trekker@tno.example', 'actie 10 ongewijzigd');
    await talk.passTo(at('2027-05-01T09:00'));

    expect(received(UWV)).toEqual([UITVRAAG]);
    expect(received('trekker@tno.example')).toEqual([UITVRAAG, HERINNERING, TERMIJN, COULANCE]);
    expect(received('trekker@rmc.example')).toEqual([UITVRAAG, HERINNERING, TERMIJN, COULANCE]);
    expect(received(SECRETARIS)).toEqual(expect.arrayContaining([AGENDA, ESCALATIE, STUKKEN]));
    expect(received('bestuurder@uwv.example')).toEqual([AANKONDIGING, DAG_ERVOOR]);
    expect(received('bestuurder@haarlem.example')).toEqual([AANKONDIGING, DAG_ERVOOR]);
    // A gast is no lid; an organisatie without an actie is asked nothing.
    expect(received('bestuurder@paswerk.example')).toEqual([]);
    expect(received('trekker@kvk.example')).toEqual([]);

    const trekkers = new Set(talk.sent.filter(({ at }) => at === UITVRAAG).map(({ to }) => to));
    expect(talk.sent.filter(({ at }) => at === UITVRAAG)).toHaveLength(trekkers.size);
    const toTrekkers = talk.sent.filter(({ to, edited }) => to.startsWith('trekker@') && !edited);
    expect(new Set(toTrekkers.map(({ at }) => at))).toEqual(
      new Set([UITVRAAG, HERINNERING, TERMIJN, COULANCE]),
    );
    const leden = talk.sent.filter(({ to }) => to.startsWith('bestuurder@'));
    expect(new Set(leden.map(({ to }) => to)).size).toBe(15);
    expect(leden).toHaveLength(2 * 15);
  });

  test('asks each person once for all that is open, and no more', () => {
    const [first, again] = talk.sent.filter(({ to }) => to === 'trekker@tno.example').map(({ text }) => text);
    expect([...(first ?? '').matchAll(/^• #(\d+)/gm)].map(([, nummer]) => nummer)).toEqual(['10', '20']);
    expect([...(again ?? '').matchAll(/^• #(\d+)/gm)].map(([, nummer]) => nummer)).toEqual(['20']);
    expect(again).toContain('De vergadering is op donderdag 8 april 2027 om 10:00 uur.');
  });

  test('tells the secretaris who has answered and who has not', () => {
    const text = talk.sent.find(({ to, at }) => to === SECRETARIS && at === STUKKEN)?.text ?? '';
    expect(text).toContain('7 van de 46 acties hebben een update.');
    expect(text).toContain('TNO: nog open: #20');
    expect(text).toContain('Zonder trekker: nog open: #12, #18, #19, #29, #31, #45');
    expect(text).not.toMatch(/^UWV:/m);
  });

  test('tells the leden how the acties stand', () => {
    const text = talk.sent.find(({ to }) => to === 'bestuurder@uwv.example')?.text ?? '';
    expect(text).toContain('De vergadering is op donderdag 8 april 2027 om 10:00 uur.');
    expect(text).toMatch(/🟢 Loopt: \d+ acties/);
  });
});
