import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('cancelling a vergadering cancels all that was planned', async () => {
  expect(await talk.say(SECRETARIS, 'overleg annuleer')).toContain(
    'op maandag 11 januari 2027 om 10:00 uur afzeggen?',
  );
  expect(await talk.say(SECRETARIS, 'Afzeggen')).toContain(
    'op maandag 11 januari 2027 om 10:00 uur gaat niet door',
  );
  await talk.passTo(at('2027-02-01T09:00'));
  expect(talk.sent).toEqual([]);
  expect(await talk.say(UWV, 'overleg')).toContain('Er is geen vergadering gepland');
});

test('cancelling a vergadering tells whoever was written to before', async () => {
  await talk.passTo(at('2026-12-24T10:00'));
  const told = new Set(talk.sent.map(({ to }) => to).filter((to) => to !== SECRETARIS));
  talk.sent.length = 0;
  await talk.say(SECRETARIS, 'overleg RBA annuleren');
  await talk.say(SECRETARIS, 'Afzeggen');
  await talk.run();
  const news = talk.sent.filter(({ edited }) => !edited);
  expect(new Set(news.map(({ to }) => to))).toEqual(told);
  for (const { text } of talk.sent) expect(text).toContain('gaat niet door');
});

test('cancelling a vergadering is for the secretaris only', async () => {
  expect(await talk.say(UWV, 'overleg annuleer')).toContain('Alleen de secretaris');
});

test('an old button does not cancel a vergadering that has moved since, nor another one', async () => {
  await talk.say(SECRETARIS, 'overleg plan 8 april 2027');
  await talk.say(SECRETARIS, 'overleg annuleer');
  const press = () =>
    talk.inRegio(async (tx) => {
      const { id, begin } = await tx.vergadering.findFirstOrThrow({ orderBy: { begin: 'asc' } });
      return { command: 'overleg.afzeggen', input: { vergadering: id, begin: begin.toISOString() } };
    });
  const say = await press();
  const ask = () => {
    return talk.ask(requestOf(SECRETARIS, say));
  };
  expect(JSON.stringify(await ask())).toContain('gaat niet door');
  expect(JSON.stringify(await ask())).toContain('Al verwerkt');
  expect(await talk.say(UWV, 'overleg')).toContain('donderdag 8 april 2027');
});

test('with several overleggen planned it asks which', async () => {
  await talk.say(SECRETARIS, 'overleg plan REO 8 april 2027');
  const text = await talk.say(SECRETARIS, 'overleg annuleer');
  expect(text).toContain(
    'RBA op maandag 11 januari 2027 om 10:00 uur; REO op donderdag 8 april 2027 om 10:00 uur',
  );
  expect(text).toContain('«overleg annuleer RBA»');
  expect(await talk.say(SECRETARIS, 'overleg annuleer REO')).toContain(
    'Regionaal Economisch Overleg (REO) op donderdag',
  );
});

test.each(['overleg annuleer RBA van 14 oktober 2027', 'overleg RBA 14 oktober afzeggen'])(
  'the vergadering of a day is cancelled with «%s», and the others stay',
  async (words) => {
    await talk.say(SECRETARIS, 'overleg plan RBA 14 oktober 2027');
    expect(await talk.say(SECRETARIS, words)).toContain(
      'op donderdag 14 oktober 2027 om 10:00 uur afzeggen?',
    );
    expect(await talk.say(SECRETARIS, 'Afzeggen')).toContain(
      'op donderdag 14 oktober 2027 om 10:00 uur gaat niet door',
    );
    expect(await talk.say(SECRETARIS, words)).toContain(
      'Op donderdag 14 oktober 2027 is geen vergadering. Kies uit: maandag 11 januari 2027.',
    );
    expect(await talk.say(UWV, 'overleg')).toContain('maandag 11 januari 2027');
  },
);
