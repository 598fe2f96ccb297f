import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const talk = talkFor('postgres');

test('who is back gets the herinneringen again, and the vervanger hears that it is over', async () => {
  await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
  await talk.passTo(at('2026-12-14T09:00'));
  expect(await talk.say(UWV, 'ik ben er weer!')).toContain('Ik laat het Trekker TNO weten.');
  await talk.passTo(at('2026-12-17T10:00'));
  expect(
    talk.sent.filter(({ text }) => text.includes('Je vervangt Trekker UWV (UWV) niet meer')),
  ).toMatchObject([{ to: TNO }]);
  expect(talk.sent.find(({ to, text }) => to === UWV && text.includes('#4 '))).toBeDefined();
  expect(await talk.say(TNO, 'actie 4 loopt Gesprekken gevoerd')).toContain('Alleen de trekkers');
});

test('a vervanger who never heard of it hears nothing of its end either', async () => {
  await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
  await talk.say(UWV, 'Toch aanwezig');
  await talk.passTo(at('2026-11-25T09:00'));
  expect(talk.sent.filter(({ to }) => to === TNO)).toEqual([]);
});

test('what waits for the vervanger comes back to who is back', async () => {
  await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
  await talk.run();
  talk.platform.fails = ({ address }) => {
    if (JSON.stringify(address).includes(TNO)) throw new Error('down');
  };
  await talk.passTo(at('2026-12-17T09:10'));
  await talk.say(UWV, 'afwezig stop');
  await talk.passTo(at('2026-12-17T09:12'));
  expect(talk.sent.find(({ to, text }) => to === UWV && text.includes('#4 '))?.text).not.toContain(
    'die jij vervangt',
  );
});

test('the secretaris ends it for another; whoever is not away is told so', async () => {
  expect(await talk.say(UWV, 'ik ben er weer')).toContain('Je staat niet als afwezig in de lijst.');
  await talk.say(UWV, 'afwezig t/m 9 januari');
  expect(await talk.say(TNO, `afwezig ${UWV} stop`)).toContain('Alleen de secretaris');
  expect(await talk.say(SECRETARIS, `afwezig ${UWV} stop`)).toContain(
    'Trekker UWV krijgt weer gewoon bericht.',
  );
  expect(await talk.say(SECRETARIS, `aanwezig ${UWV}`)).toContain('Trekker UWV staat niet als afwezig');
});
