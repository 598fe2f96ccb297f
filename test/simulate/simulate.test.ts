import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresUrl } from '../database.ts';
import { openArena } from './arena.ts';
import { judge } from './judge.ts';
import { killRound } from './kill.ts';
import { runSeed } from './run.ts';

describe('the run-up, simulated from a seed', () => {
  let arena: Awaited<ReturnType<typeof openArena>>;
  beforeAll(async () => {
    arena = await openArena(await postgresUrl());
  });
  afterAll(() => arena.close());
  const verdictOf = async (seed: number) => judge(await runSeed(await arena.empty(), seed));

  test('goes the same way again, letter for letter', async () => {
    const [first, second] = [await verdictOf(17), await verdictOf(9)];
    expect(first.hash).not.toEqual(second.hash);
    expect((await verdictOf(17)).hash).toEqual(first.hash);
  });

  test.each([20, 24])('loses nothing and says nothing twice or in vain: seed %i', async (seed) => {
    const { wrong, counts } = await verdictOf(seed);
    expect(wrong).toEqual([]);
    expect(counts.messages).toBeGreaterThan(0);
  });
});

test('three processes on PostgreSQL that are killed at random lose nothing and send nothing twice', async () => {
  const survived = await killRound({ url: await postgresUrl(), seed: 1, kills: 4, personen: 60 });
  expect(survived).toEqual({ kills: 4, sent: 60, lost: [], double: [] });
});
