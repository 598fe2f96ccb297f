import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { at } from '../moments.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('embedded');
});
beforeEach(() => talk.reset());
afterAll(() => talk.close());

test('a herinnering that could not be delivered says, when it is, what is true by then', async () => {
  let down = true;
  talk.platform.fails = ({ address }) => {
    if (down && JSON.stringify(address).includes(UWV)) throw new DeliveryError('down');
  };
  talk.clock.moveTo(at('2026-12-17T09:00'));
  await talk.run();
  for (const nummer of [3, 4, 11, 15]) await talk.say(UWV, `actie ${nummer} ongewijzigd`);
  down = false;
  await talk.passTo(at('2026-12-17T12:00'));
  const [letter] = talk.sent.filter(({ to }) => to === UWV);
  expect([...(letter?.text ?? '').matchAll(/^• #(\d+)/gm)].map(([, nummer]) => nummer)).toEqual(['16', '30']);
});

test('a herinnering that has become pointless before it could be delivered is not sent', async () => {
  let down = true;
  talk.platform.fails = () => {
    if (down) throw new DeliveryError('down');
  };
  talk.clock.moveTo(at('2026-12-17T09:00'));
  await talk.run();
  await talk.say(SECRETARIS, 'overleg annuleer');
  await talk.say(SECRETARIS, 'Afzeggen');
  down = false;
  await talk.passTo(at('2026-12-18T12:00'));
  expect(talk.sent).toEqual([]);
  expect(await talk.inRegio((tx) => tx.bericht.count({ where: { status: 'vervallen' } }))).toBe(29);
});

test('an aankondiging that waits to be delivered is not sent once the secretaris has switched it off', async () => {
  await talk.passTo(at('2027-01-07T12:00'));
  talk.platform.fails = () => {
    throw new DeliveryError('down');
  };
  talk.clock.moveTo(at('2027-01-08T09:00'));
  await talk.run();
  await talk.say(SECRETARIS, 'overleg aankondiging uit');
  delete talk.platform.fails;
  await talk.passTo(at('2027-01-11T12:00'));
  expect(talk.sent.filter(({ to }) => to.startsWith('bestuurder@'))).toEqual([]);
});

test('a herinnering that could not be delivered in working hours waits for the next ones', async () => {
  talk.platform.fails = () => {
    throw new DeliveryError('down');
  };
  talk.clock.moveTo(at('2026-12-18T16:59:30'));
  await talk.run();
  delete talk.platform.fails;
  await talk.passTo(at('2026-12-21T12:00'));
  expect(new Set(talk.sent.map((letter) => letter.at))).toEqual(new Set(['21 december 2026, 09:00']));
  expect(talk.sent).toHaveLength(29);
});
