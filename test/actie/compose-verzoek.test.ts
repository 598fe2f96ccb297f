import { describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const AWVN = 'trekker@awvn.example';

const talk = talkFor('postgres');

const lapsed = () => talk.inRegio((tx) => tx.bericht.count({ where: { status: 'vervallen' } }));

test('a question that was answered before it was delivered is not sent', async () => {
  await talk.say(TNO, 'vraag update actie 4');
  await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
  await talk.run();
  expect([talk.sent, await lapsed()]).toEqual([[], 1]);
});

test('a question about an update that was taken back is sent, with what is so then', async () => {
  await talk.say(TNO, 'vraag update actie 4');
  await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
  await talk.say(SECRETARIS, 'Ongedaan maken');
  await talk.run();
  expect(talk.sent.map(({ to }) => to)).toEqual([UWV]);
  expect(talk.sent[0]?.text).toContain('Status: 📝 Nader uit te werken\nNog geen update.');
});

describe('a question that waits for Monday', () => {
  const monday = async () => {
    await talk.passTo(at('2026-11-30T12:00'));
    return talk.sent.filter(({ text }) => text.includes('hoort graag')).map(({ to }) => to);
  };
  const ask = async () => {
    talk.clock.moveTo(at('2026-11-29T20:00'));
    await talk.say(TNO, 'vraag update actie 4');
    await talk.run();
  };

  test('goes to who stands in by then, with who is away from then on known before', async () => {
    await talk.say(UWV, `afwezig van 30 november t/m 4 december, vervanger ${AWVN}`);
    await talk.run();
    talk.clock.moveTo(at('2026-11-29T20:00'));
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain('vervanger van Trekker UWV');
    expect(await monday()).toEqual([AWVN]);
    expect(talk.sent.find(({ text }) => text.includes('hoort graag'))?.text).toContain(
      'Voor Trekker UWV, die jij vervangt.',
    );
    expect(await talk.say(AWVN, 'Ongewijzigd')).toContain('Namens: Trekker UWV');
  });

  test('goes to the secretaris when the trekker is away since, without a vervanger', async () => {
    await ask();
    await talk.say(UWV, 'afwezig t/m 4 december');
    expect(await monday()).toEqual([SECRETARIS]);
  });

  test('goes to who is back, not to who stood in', async () => {
    await talk.say(UWV, `afwezig t/m 4 december, vervanger ${AWVN}`);
    await ask();
    await talk.say(UWV, 'weer aanwezig');
    expect(await monday()).toEqual([UWV]);
  });

  test('goes to nobody twice, however many it is passed on by', async () => {
    await talk.say(SECRETARIS, 'persoon toevoegen Jan jan@uwv.example UWV trekker');
    await ask();
    await talk.say(UWV, 'afwezig t/m 4 december');
    await talk.say('jan@uwv.example', 'afwezig t/m 4 december');
    expect(await monday()).toEqual([SECRETARIS]);
  });
});
