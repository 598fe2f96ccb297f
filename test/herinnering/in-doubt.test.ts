import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { TNO, withFew } from './few.ts';

const talk = talkFor('postgres');

/** Sends what is due then, and hears nothing of it; all went well until `well`. Gives what makes the platform answer again, ten minutes later. */
async function inDoubtAt(moment: string, well?: string): Promise<() => Promise<void>> {
  await withFew(talk);
  if (well) await talk.passTo(at(well));
  talk.platform.fails = () => {
    throw new DeliveryError('no answer in time', { doubt: true });
  };
  talk.clock.moveTo(at(moment));
  await talk.run();
  return async () => {
    talk.platform.fails = () => {};
    talk.clock.moveTo(at(moment).add({ minutes: 10 }));
    await talk.run();
  };
}

test('what may have arrived does not ask, when it is sent again, for somebody who has left since', async () => {
  const answers = await inDoubtAt('2026-12-31T09:00', '2026-12-30T12:00');
  await talk.say(SECRETARIS, 'persoon trekker gemeente haarlem vertrekt');
  expect(await talk.say(SECRETARIS, 'Vertrek vastleggen')).toContain(
    'Trekker gemeente Haarlem is vertrokken.',
  );
  await answers();
  const asks = talk.sent.filter(({ to, text }) => to === SECRETARIS && text.includes('• #'));
  expect(asks).not.toEqual([]);
  expect(asks.filter(({ text }) => text.includes('Trekker gemeente Haarlem'))).toEqual([]);
});

test('what may have arrived is not sent again to who is skipped since', async () => {
  const answers = await inDoubtAt('2026-12-17T09:00');
  expect(await talk.say(SECRETARIS, `overleg herinneringen sla ${UWV} over`)).toContain('krijgt niets meer');
  await answers();
  const got = talk.sent.map(({ to }) => to);
  expect(got).toContain(TNO);
  expect(got).not.toContain(UWV);
});

test('what may have arrived is not sent again to who wants to hear of the aanlevertermijn only since', async () => {
  const answers = await inDoubtAt('2026-12-17T09:00');
  await talk.say(UWV, 'alleen de aanlevertermijn');
  await answers();
  const got = talk.sent.map(({ to }) => to);
  expect(got).toContain(TNO);
  expect(got).not.toContain(UWV);
});
