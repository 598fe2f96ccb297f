import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hogerop,
  type Mens,
  type Mensen,
  ontvangerVan,
  vervangerVan,
  vervangtOp,
} from '../../src/bereikbaar/ontvanger.ts';

const DAG = Temporal.PlainDate.from('2026-12-21');
const away = (vervangerId: number | null = null, from = 0, until = 0) => {
  return [{ van: DAG.add({ days: from }), tot: DAG.add({ days: until }), vervangerId }];
};
const mens = (id: number, afwezig: Mens['afwezig'] = [], organisatieId = 1): Mens => ({
  id,
  organisatieId,
  afwezig,
});
const among = (mensen: Mens[], more: Partial<Mensen> = {}): Mensen => ({
  mensen: new Map(mensen.map((one) => [one.id, one])),
  contacten: new Map([[1, 8]]),
  secretarissen: [9],
  mag: () => true,
  ...more,
});
const staff = [mens(8), mens(9)];

test('who is there gets it; who is away has it sent to the vervanger, the contact, the secretaris', () => {
  const all = among([mens(1), mens(2), ...staff]);
  expect(ontvangerVan(mens(1), DAG, all)).toEqual({ id: 1, als: 'zelf' });
  expect(ontvangerVan(mens(1, away(2)), DAG, all)).toEqual({ id: 2, als: 'vervanger' });
  expect(ontvangerVan(mens(1, away()), DAG, all)).toEqual({ id: 8, als: 'contact' });
  expect(ontvangerVan(mens(1, away(), 2), DAG, all)).toEqual({ id: 9, als: 'secretaris' });
});

test('the days before and after count for nothing', () => {
  const all = among([mens(2), ...staff]);
  for (const [from, until] of [
    [1, 5],
    [-5, -1],
  ] as const) {
    expect(ontvangerVan(mens(1, away(2, from, until)), DAG, all)).toEqual({ id: 1, als: 'zelf' });
  }
});

test('an absent contact or secretaris is answered for by their own vervanger', () => {
  const all = among([mens(1, away()), mens(8, away(3)), mens(9, away(4)), mens(3), mens(4)]);
  expect(hogerop(mens(1, away()), DAG, all)).toEqual([
    { id: 3, als: 'contact' },
    { id: 4, als: 'secretaris' },
  ]);
});

test('who has nobody gets it themselves, for when they are back; unless they may not be written to', () => {
  const alone = among([mens(1, away())], { contacten: new Map(), secretarissen: [] });
  expect(ontvangerVan(mens(1, away()), DAG, alone)).toEqual({ id: 1, als: 'zelf' });
  expect(ontvangerVan(mens(1, away()), DAG, { ...alone, mag: () => false })).toBeUndefined();
});

/** Up to eight persons with any absences, chains and circles of vervangers included. */
const worlds = fc
  .array(
    fc.record({
      organisatieId: fc.integer({ min: 1, max: 3 }),
      afwezig: fc.array(
        fc
          .tuple(fc.integer({ min: -3, max: 3 }), fc.nat(3), fc.option(fc.integer({ min: 1, max: 10 })))
          .map(([from, days, vervangerId]) => away(vervangerId, from, from + days)),
        { maxLength: 2 },
      ),
      mag: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((rows) => {
    const ids = rows.map((_, index) => index + 1);
    return fc.record({
      rows: fc.constant(rows),
      contacten: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(...ids))),
      secretarissen: fc.uniqueArray(fc.constantFrom(...ids)),
    });
  })
  .map(({ rows, contacten, secretarissen }) => {
    const mensen = rows.map(({ organisatieId, afwezig }, index) =>
      mens(index + 1, afwezig.flat(), organisatieId),
    );
    const mag = (id: number) => rows[id - 1]?.mag ?? false;
    return { mensen, all: among(mensen, { contacten: new Map(contacten), secretarissen, mag }) };
  });

const isAway = (one: Mens | undefined) =>
  one?.afwezig.some(
    ({ van, tot }) => Temporal.PlainDate.compare(van, DAG) <= 0 && Temporal.PlainDate.compare(DAG, tot) <= 0,
  );

test('never reaches who may not be written to, nor in their place somebody who is away, and always ends', () => {
  fc.assert(
    fc.property(worlds, ({ mensen, all }) => {
      for (const one of mensen) {
        const got = ontvangerVan(one, DAG, all);
        const ladder = hogerop(one, DAG, all);
        for (const { id } of got ? [got, ...ladder] : ladder) expect(all.mag(id)).toBe(true);
        for (const { id } of ladder) {
          expect(isAway(all.mensen.get(id))).toBe(false);
          expect(id).not.toBe(one.id);
        }
        expect(new Set(ladder.map(({ id }) => id)).size).toBe(ladder.length);
        if (got?.als === 'zelf') expect(isAway(one) && ladder.length > 0).toBeFalsy();
        else expect(got).toEqual(ladder[0]);
      }
    }),
    { numRuns: 2000 },
  );
});

test('who stands in for somebody is the one who may answer for them', () => {
  fc.assert(
    fc.property(worlds, ({ mensen, all }) => {
      for (const one of mensen) {
        const other = vervangerVan(one, DAG, all.mensen);
        for (const { id } of mensen) {
          expect(vervangtOp(id, DAG, all.mensen).includes(one.id)).toBe(other === id);
        }
      }
    }),
  );
});
