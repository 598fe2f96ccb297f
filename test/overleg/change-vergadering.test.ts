import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('a vergadering that two move at once is moved once, and logged once', async () => {
  const answers = await Promise.all([
    talk.say(SECRETARIS, 'overleg verplaats 8 april 2027'),
    talk.say(SECRETARIS, 'overleg verplaats 15 april 2027'),
  ]);
  const moved = answers.filter((text) => text.includes('is verplaatst'));
  expect(moved.length).toBeGreaterThanOrEqual(1);
  expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'overleg verplaatst' } }))).toBe(
    moved.length,
  );
  expect(await talk.say(UWV, 'overleg')).toMatch(/(?:8|15) april 2027/);
});

test('two that change it in different ways at once leave one plan, and count both changes', async () => {
  await talk.reset();
  await Promise.all([
    talk.say(SECRETARIS, 'overleg verplaats 8 april 2027'),
    talk.say(SECRETARIS, 'overleg plaats RBA Stadhuis Haarlem'),
    talk.say(SECRETARIS, 'persoon toevoegen Jan Jansen jan@uwv.example UWV trekker'),
  ]);
  const twice = await talk.inRegio((tx) =>
    tx.herinnering.groupBy({
      by: ['persoonId', 'soort', 'trede', 'geplandOp'],
      where: { status: 'gepland' },
      having: { id: { _count: { gt: 1 } } },
    }),
  );
  expect(twice).toEqual([]);
  const { versie, begin, plaats } = await talk.inRegio((tx) => tx.vergadering.findFirstOrThrow());
  const moved = begin.toISOString().startsWith('2027-04-08');
  expect(versie).toBe(Number(moved) + Number(plaats !== ''));
});
