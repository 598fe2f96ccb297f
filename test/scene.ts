import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Kind } from './database.ts';
import { type Talk, talkOn } from './talk.ts';

/**
 * One talk for all tests of the file or `describe` that asks for it, as it was right after loading at the start of each.
 * It is empty until the first of them begins.
 */
export function talkFor(kind: Kind): Talk {
  // Filled in place: who asks for it can then keep it in a const.
  const talk = {} as Talk;
  beforeAll(async () => {
    Object.assign(talk, await talkOn(kind));
  });
  beforeEach(() => talk.reset());
  afterAll(() => talk.close());
  return talk;
}
