import { beforeEach, describe, expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS } from '../talk.ts';

describe('moving one of several vergaderingen', () => {
  const talk = talkFor('postgres');

  const say = (words: string) => talk.say(SECRETARIS, words);
  const days = () =>
    talk.inRegio(async (tx) => {
      const rows = await tx.vergadering.findMany({
        where: { status: 'gepland' },
        orderBy: { begin: 'asc' },
      });
      return rows.map(({ begin }) => begin.toISOString().slice(0, 10));
    });
  beforeEach(async () => {
    await say('overleg plan RBA 8 april 2027, 14 oktober 2027 14:00');
  });

  test.each([
    'overleg verplaats RBA van 14 oktober 2027 naar 28 oktober 2027',
    'overleg verplaats RBA 14 oktober 2027 naar 28 oktober 2027',
    'verplaats van 14 oktober naar 28 oktober',
    'overleg verplaats rba op donderdag 14 oktober 2027 14:00 naar 28-10-2027',
    'overleg RBA van 14 oktober 2027 verplaatsen naar 28 oktober 2027',
  ])('the one of a day is moved with «%s», at its own time', async (words) => {
    const text = await say(words);
    expect(text).toContain('donderdag 14 oktober 2027 om 14:00 uur → donderdag 28 oktober 2027 om 14:00 uur');
    expect(text).toContain('Typ «overleg RBA van 28 oktober 2027» om de aanloop te zien.');
    expect(await days()).toEqual(['2027-01-11', '2027-04-08', '2027-10-28']);
    expect(await say('Terugzetten')).toContain('→ donderdag 14 oktober 2027 om 14:00 uur');
  });

  test('without a day the next one is moved', async () => {
    await say('overleg verplaats RBA 14 januari 2027');
    expect(await days()).toEqual(['2027-01-14', '2027-04-08', '2027-10-14']);
  });

  test('a day that is nearer to a later one is asked about, and nothing changes before that', async () => {
    const text = await say('overleg verplaats RBA 28 oktober 2027');
    expect(text).toContain('Welke vergadering van RBA wil je verplaatsen?');
    expect(text).toContain('De volgende is op maandag 11 januari 2027 om 10:00 uur.');
    expect(text).toContain('Op donderdag 14 oktober 2027 om 14:00 uur staat er nog een');
    expect(text).toContain('«overleg verplaats RBA van 14 oktober 2027 naar 28 oktober 2027»');
    expect(await days()).toEqual(['2027-01-11', '2027-04-08', '2027-10-14']);
    expect(await say('Verplaats die van 14 oktober 2027')).toContain(
      '→ donderdag 28 oktober 2027 om 14:00 uur',
    );
    expect(await say('overleg verplaats RBA 15 april 2027 9:00')).toContain(
      '«overleg verplaats RBA van 8 april 2027 naar 15 april 2027 09:00»',
    );
    await say('overleg verplaats RBA 15 april 2027');
    expect(await say('Verplaats die van 11 januari 2027')).toContain(
      '→ donderdag 15 april 2027 om 10:00 uur',
    );
    expect(await days()).toEqual(['2027-04-08', '2027-04-15', '2027-10-28']);
  });

  test('to a moment that is taken is refused, with the sentence that frees it', async () => {
    for (const words of [
      'overleg verplaats RBA 8 april 2027',
      'overleg verplaats RBA van 14 oktober naar 8 april 2027 10:00',
    ]) {
      const text = await say(words);
      expect(text).toContain(
        'Regionaal Beraad Arbeidsmarkt staat al gepland op donderdag 8 april 2027 om 10:00',
      );
      expect(text).toContain('«overleg verplaats RBA van 8 april 2027 naar 15 april 2027»');
    }
    expect(await days()).toEqual(['2027-01-11', '2027-04-08', '2027-10-14']);
  });

  test('warns as planning does, and not about itself', async () => {
    expect(await say('overleg verplaats RBA van 14 oktober 2027 naar 21 oktober 2027')).toContain(
      'Let op: donderdag 21 oktober 2027 valt in de herfstvakantie.',
    );
    expect(await say('overleg verplaats RBA van 21 oktober 2027 naar 28 oktober 2027')).not.toContain(
      'Let op',
    );
    expect(await say('overleg verplaats RBA van 28 oktober 2027 naar 28 oktober 2027 9:00')).not.toContain(
      'Let op',
    );
  });

  test.each([
    [
      'overleg verplaats RBA van 15 oktober 2027 naar 28 oktober 2027',
      'Op vrijdag 15 oktober 2027 is geen vergadering. Kies uit: maandag 11 januari 2027; donderdag 8 april 2027; donderdag 14 oktober 2027.',
    ],
    ['overleg verplaats RBA van 14 oktobr naar ooit', 'Ik begrijp de datum «14 oktobr» niet'],
    ['overleg verplaats RBA van 14 oktober naar ooit', 'Ik begrijp de datum «ooit» niet'],
    [
      'overleg verplaats RBA van 14 oktober 2027',
      'Naar welke dag gaat de vergadering van donderdag 14 oktober 2027 om 14:00 uur? Typ bijvoorbeeld «overleg verplaats RBA van 14 oktober 2027 naar 21 oktober 2027».',
    ],
  ])('«%s» is refused, and says why', async (words, why) => {
    expect(await say(words)).toContain(why);
    expect(await days()).toEqual(['2027-01-11', '2027-04-08', '2027-10-14']);
  });
});
