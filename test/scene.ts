import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Kind } from './database.ts';
import { type Talk, talkOn } from './talk.ts';

/**
 * What `make` gives, made in the hook `when`. It is empty until then, and filled in place after that, so that a test
 * file can keep it in a const.
 */
export function madeIn<T extends Record<string, unknown>>(
  when: (make: () => Promise<void>) => void,
  make: () => T | Promise<T>,
): T {
  const made = {} as T;
  when(async () => {
    Object.assign(made, await make());
  });
  return made;
}

/** One talk for the tests of a file or `describe`; at the start of each, all is as it was right after loading. */
export function talkFor(kind: Kind): Talk {
  const talk = madeIn(beforeAll, () => talkOn(kind));
  beforeEach(() => talk.reset());
  afterAll(() => talk.close());
  return talk;
}
