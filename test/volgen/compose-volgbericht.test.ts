import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS } from '../talk.ts';

const TNO = 'trekker@tno.example';

const talk = talkFor('postgres');

test('many changes at once are named up to a point, and counted beyond', async () => {
  talk.clock.moveTo(at('2026-11-28T12:00')); // a Saturday
  await talk.say(TNO, 'volg alles');
  for (let nummer = 1; nummer <= 14; nummer += 1)
    await talk.say(SECRETARIS, `actie ${nummer} loopt ${'Een lange toelichting. '.repeat(40)}`);
  await talk.passTo(at('2026-11-30T07:00'));
  const [only, ...more] = talk.sent;
  expect(more).toEqual([]);
  expect(only?.text).toContain('14 acties die je volgt zijn gewijzigd');
  expect(only?.text).toContain('… en nog 2.');
  expect(only?.text.length).toBeLessThan(8_000);
}, 60_000);

test('two changes of one actie that cancel out are still two meldingen, told as one', async () => {
  talk.clock.moveTo(at('2026-11-28T12:00'));
  await talk.say(TNO, 'volg actie 4');
  await talk.say(SECRETARIS, 'actie 4 loopt Begonnen');
  await talk.say(SECRETARIS, 'actie 4 nader uit te werken Toch nog niet begonnen');
  await talk.passTo(at('2026-11-30T07:00'));
  expect(talk.sent).toHaveLength(1);
  expect(talk.sent[0]?.text).toContain('📝 Nader uit te werken (ongewijzigd)');
  expect(talk.sent[0]?.text).toContain('Toch nog niet begonnen');
});

test('what else was reported is told as well', async () => {
  await talk.say(TNO, 'volg actie 4');
  await talk.say(SECRETARIS, 'actie 4 bijwerken');
  const fields = {
    status: 'loopt',
    toelichting: 'Begonnen',
    volgendeStap: 'Gemeenten bellen',
    verwachtOp: '1 mei 2027',
  };
  const input = { nummer: 4, na: 0, ...fields, knelpunt: '', document: '' };
  const say = { command: 'update.opslaan', input };
  await talk.ask(requestOf(SECRETARIS, say));
  await talk.run();
  expect(talk.sent[0]?.text).toContain('Volgende stap: Gemeenten bellen');
  expect(talk.sent[0]?.text).toContain('Verwachte datum: 1 mei 2027');
});
