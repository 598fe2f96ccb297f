import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { costOf, watch } from './memory.ts';

const MB = 1_024 ** 2;

beforeEach(() => {
  setFlagsFromString('--expose-gc');
  vi.stubGlobal('gc', runInNewContext('gc'));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('what is in use on the way is seen, though nothing is left of it', async () => {
  const { heap, rss, ms } = await watch(async () => {
    let held: number[][] | undefined = Array.from({ length: 64 }, () => Array(MB / 8).fill(0.5));
    await sleep(50);
    expect(held).toHaveLength(64);
    held = undefined;
    globalThis.gc?.();
  });
  expect(heap).toBeGreaterThan(60 * MB);
  expect(rss).toBeGreaterThan(heap);
  expect(ms).toBeGreaterThan(45);
});

test('memory is per row of the regio that had most in use, time per row of all', () => {
  const small = { rows: 10, ms: 100, heap: 1 * MB, rss: 90 * MB };
  const big = { rows: 1_024, ms: 924, heap: 4 * MB, rss: 100 * MB };
  expect(costOf([small, big, small])).toMatchObject({ rows: 1_044, heap: 4 * MB, kb: 4, rss: 100 * MB });
  expect(costOf([small, big, small]).ms).toBeCloseTo(1_124 / 1_044);
});

test('nothing is measured where nothing can be collected', async () => {
  vi.stubGlobal('gc', undefined);
  await expect(watch(async () => {})).rejects.toThrow('--expose-gc');
});
