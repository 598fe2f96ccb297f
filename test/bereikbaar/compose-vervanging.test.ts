import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const talk = talkFor('postgres');

test('is told within the hours of who stands in', async () => {
  await talk.passTo(at('2026-11-27T18:30'));
  await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
  await talk.passTo(at('2026-12-01T10:00'));
  expect(talk.sent.filter(({ to }) => to === TNO).map(({ at }) => at)).toEqual(['30 november 2026, 09:00']);
});

test('another vervanger: the first hears that it is over, the second that it begins', async () => {
  await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
  await talk.run();
  await talk.say(UWV, 'afwezig t/m 16 januari, vervanger trekker@awvn.example');
  await talk.run();
  // Persons do not wait for each other.
  const told = (who: string) =>
    talk.sent.filter(({ to }) => to === who).map(({ text }) => text.split('\n')[0]);
  expect(told(TNO)).toEqual([
    'Jij vervangt Trekker UWV (UWV)',
    expect.stringContaining(
      'Je vervangt Trekker UWV (UWV) niet meer. Het ging om: t/m zaterdag 9 januari 2027.',
    ),
  ]);
  expect(told('trekker@awvn.example')).toEqual(['Jij vervangt Trekker UWV (UWV)']);
});

test('says whom to tell that it cannot be: who is to be away, and once they are the secretaris', async () => {
  await talk.say(UWV, `afwezig van 30 november t/m 9 januari, vervanger ${TNO}`);
  await talk.run();
  expect(talk.sent.at(-1)?.text).toContain(`Zeg het tegen Trekker UWV (${UWV}).`);
  await talk.passTo(at('2026-11-30T10:00'));
  await talk.say(UWV, 'afwezig t/m 16 januari, vervanger trekker@awvn.example');
  await talk.run();
  const told = talk.sent.filter(({ to }) => to === 'trekker@awvn.example').at(-1);
  expect(told?.text).toContain(`Zeg het tegen de secretaris, Ambtelijk secretaris (${SECRETARIS}).`);
});

test('who became a bestuurder before it could be said, hears nothing', async () => {
  await talk.passTo(at('2026-11-27T18:30'));
  await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
  await talk.inRegio((tx) => tx.persoon.updateMany({ where: { email: TNO }, data: { rol: 'bestuurder' } }));
  await talk.passTo(at('2026-12-01T10:00'));
  expect(talk.sent.filter(({ to }) => to === TNO)).toEqual([]);
});
