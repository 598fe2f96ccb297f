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
  down = false;
  await talk.passTo(at('2026-12-18T12:00'));
  expect(talk.sent).toEqual([]);
  expect(await talk.inRegio((tx) => tx.bericht.count({ where: { status: 'vervallen' } }))).toBe(29);
});
