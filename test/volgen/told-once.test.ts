import fc from 'fast-check';
import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { KANAAL, pressUndo, TNO } from './volgers.ts';

const BESTUURDER = 'bestuurder@uwv.example';
const talk = talkFor('postgres');

/** 0: there is none yet. */
const lastUpdate = async () =>
  (await talk.inRegio((tx) => tx.update.findFirst({ orderBy: { id: 'desc' } })))?.id ?? 0;

type Deed = { who: string; does: 'loopt' | 'vertraagd' | 'undo' | 'run' };

test('whatever happens: nobody hears of their own change, and each hears of each change that stands once', async () => {
  const people = [UWV, SECRETARIS, BESTUURDER];
  const deeds = fc.array(
    fc.record<Deed>({
      who: fc.constantFrom(...people),
      does: fc.constantFrom('loopt', 'vertraagd', 'undo', 'run'),
    }),
    { minLength: 1, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      await talk.reset();
      for (const who of [...people, TNO]) await talk.say(who, 'volg actie 4');
      await talk.say(TNO, `in ${KANAAL} volg actie 4`);
      let count = 0;
      for (const { who, does } of all) {
        count += 1;
        if (does === 'run') await talk.run();
        else if (does === 'undo') await pressUndo(talk, who, await lastUpdate());
        else await talk.say(who, `actie 4 ${does} Melding ${count} van ${who}`);
      }
      await talk.run();
      const changes = await talk.inRegio((tx) =>
        tx.update.findMany({ include: { persoon: true, intrekking: true }, where: { soort: 'gewijzigd' } }),
      );
      const rows = await talk.inRegio((tx) =>
        tx.bericht.findMany({ where: { soort: 'volgbericht' }, include: { persoon: true } }),
      );
      const toldOf = (id: number, to: string) =>
        rows.filter(({ inhoud, persoon, status }) => {
          const { updates } = inhoud as { updates: number[] };
          return (persoon?.email ?? KANAAL) === to && updates.includes(id) && status === 'verzonden';
        }).length;
      for (const { id, persoon, intrekking } of changes) {
        for (const to of [...people, TNO, KANAAL]) {
          const expected = to === persoon.email ? 0 : 1;
          if (intrekking) expect(toldOf(id, to)).toBeLessThanOrEqual(expected);
          else expect([id, to, toldOf(id, to)]).toEqual([id, to, expected]);
        }
      }
      expect(rows.filter(({ status }) => status === 'wacht' || status === 'bezig')).toEqual([]);
    }),
    { numRuns: 8 },
  );
}, 240_000);
