import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const KANAAL = '#doe-agenda';

const talk = talkFor('postgres');

const takeOut = () => {
  talk.platform.fails = ({ address }) => {
    if (JSON.stringify(address).includes(KANAAL))
      throw new DeliveryError('not_in_channel', { final: true, gone: 'channel' });
  };
};
const told = async () => {
  await talk.run();
  return talk.sent.splice(0);
};

test('who sets something where Doebot is no member hears how to mend that, and nobody else', async () => {
  takeOut();
  await talk.say(TNO, `in ${KANAAL} volg alles`);
  const [only, ...more] = await told();
  expect(more).toEqual([]);
  expect(only).toMatchObject({ to: TNO });
  expect(only?.text).toContain('Ik kan niet schrijven in het kanaal #doe-agenda in de terminal.');
  expect(only?.text).toContain('Daar werd gevolgd: alle acties.');
});

test('a kanaal that is gone is told of once, to who set it and to the secretaris, and then left alone', async () => {
  await talk.say(TNO, `in ${KANAAL} volg alles`);
  await talk.say(UWV, 'actie 4 loopt Begonnen');
  expect(await told()).toHaveLength(3);
  takeOut();
  await talk.say(UWV, 'actie 4 vertraagd Wachten op de minister');
  expect((await told()).map(({ to }) => to).sort()).toEqual([SECRETARIS, TNO].sort());
  await talk.say(UWV, 'actie 4 loopt Weer verder');
  expect(await told()).toEqual([]);
  const waiting = { status: { in: ['wacht' as const, 'bezig' as const] } };
  expect(await talk.inRegio((tx) => tx.bericht.count({ where: waiting }))).toBe(0);
});

test('it begins again, with all it followed, once somebody sets something there', async () => {
  await talk.say(TNO, `in ${KANAAL} volg actie 4`);
  await told();
  takeOut();
  await talk.say(UWV, 'actie 4 loopt Begonnen');
  await told();
  expect(await talk.say(TNO, `in ${KANAAL} kanaal volgt`)).toContain('kon Doebot hier niet schrijven');
  delete talk.platform.fails;
  await talk.say(TNO, `in ${KANAAL} volg actie 4`);
  expect((await told())[0]?.text).toContain('Dit kanaal volgt vanaf nu actie #4');
  await talk.say(UWV, 'actie 4 vertraagd Wachten op de minister');
  const sent = await told();
  expect(sent.map(({ to, edited }) => [to, edited])).toEqual([
    [KANAAL, false],
    [KANAAL, false],
  ]);
  expect(await talk.say(TNO, `in ${KANAAL} kanaal volgt`)).not.toContain('kon Doebot hier niet schrijven');
});

test('a kanaal that gives no answer for hours is reported to the secretaris, and goes on', async () => {
  await talk.say(TNO, `in ${KANAAL} volg actie 4`);
  await told();
  talk.platform.fails = ({ address }) => {
    if (JSON.stringify(address).includes(KANAAL)) throw new DeliveryError('no answer');
  };
  await talk.say(UWV, 'actie 4 loopt Begonnen');
  await talk.passTo(talk.clock.now().add({ hours: 5 }));
  const sent = await told();
  expect(sent.map(({ to }) => to)).toEqual([SECRETARIS]);
  expect(sent[0]?.text).toContain('1 kanaal niet bereikt');
  expect(sent[0]?.text).toContain('het kanaal #doe-agenda in de terminal');
  delete talk.platform.fails;
  await talk.say(UWV, 'actie 4 vertraagd Wachten op de minister');
  expect(await told()).toHaveLength(2);
});
