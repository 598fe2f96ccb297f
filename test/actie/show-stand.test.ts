import { describe, expect, test } from 'vitest';
import { dispatcher } from '../../src/chat/dispatch.ts';
import { commands } from '../../src/commands.ts';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const LEZER = 'bestuurder@uwv.example';

describe('the stand of the doe-agenda', () => {
  const talk = talkFor('postgres');

  test('counts per status and per pijler, and says what needs attention', async () => {
    await talk.say(UWV, 'actie 4 vertraagd Wachten op het besluit');
    const text = await talk.say(LEZER, 'stand');
    expect(text).toContain('Stand van de doe-agenda: 46 acties');
    expect(text).toMatch(/^🟠 Vertraagd: 1 actie$/m);
    expect(text).toMatch(/^Uitkering naar werk: \d+ acties: \d+ nader uit te werken, \d+ loopt/m);
    expect(text).toContain('🟠 Vertraagd: 1 actie\n#4 Intensieve samenwerking');
    expect(text).toContain('Zonder update: 45 acties; er is nog geen vergadering geweest');
    expect(text).toMatch(/^Zonder trekker: \d+ acties?: #\d+/m);
    expect(text).toContain('Stand van 23 november 2026, 09:00 uur');
    const counts = [...text.matchAll(/^(?!🟠|Zonder|Stand).*?: (\d+) acties?: /gm)].map(([, n]) => Number(n));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(46);
  });

  test('counts what is silent from the previous vergadering on', async () => {
    await talk.say(UWV, 'actie 4 ongewijzigd');
    talk.clock.moveTo(at('2027-01-12T09:00'));
    await talk.say(SECRETARIS, 'overleg plan 12 april 2027');
    await talk.say(UWV, 'actie 3 ongewijzigd');
    expect(await talk.say(LEZER, 'overzicht')).toContain(
      'Zonder update: 45 acties sinds het vorige overleg (RBA, maandag 11 januari 2027)',
    );
  });

  test('has a list for each of its counts that is as long', async () => {
    const text = await talk.say(LEZER, 'stand');
    for (const [name, button] of [
      ['Zonder update', 'Acties zonder update'],
      ['Zonder trekker', 'Acties zonder trekker'],
    ] as const) {
      const count = new RegExp(`^${name}: (\\d+ acties?)`, 'm').exec(text)?.[1];
      await talk.say(LEZER, 'stand');
      expect(await talk.say(LEZER, button)).toContain(`${count} ·`);
    }
  });

  test.each(['stand', 'Stand van zaken?', 'overzicht van de doe-agenda', 'hoe staat de doe-agenda ervoor?'])(
    'is asked for with «%s»',
    async (words) => {
      expect(await talk.say(LEZER, words)).toContain('Stand van de doe-agenda: 46 acties');
    },
  );

  test('has a picture of its own moment only where platforms can fetch one', async () => {
    const picture = async (pictureUrl?: (regioId: number, moment: Temporal.Instant) => string) => {
      const { db, clock, log } = talk;
      const ask = dispatcher({ db, commands, now: clock.now, log, pictureUrl });
      return JSON.stringify(await ask(requestOf(LEZER, { text: 'stand' })));
    };
    expect(await picture()).not.toContain('"image"');
    expect(await picture((regioId, moment) => `https://x/${regioId}/${moment}`)).toContain(
      `"kind":"image","url":"https://x/${talk.regioId}/2026-11-23T08:00:00Z"`,
    );
  });
});
