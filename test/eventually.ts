import { setTimeout as pause } from 'node:timers/promises';

/** For what never comes: a busy machine may take long. */
const PATIENCE_MS = 60_000;

/** What is there, as soon as it is. Throws, with `missing`, when it does not come. */
export async function eventually<T>(look: () => T | undefined, missing = 'it did not happen'): Promise<T> {
  const limit = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (limit.aborted) throw new Error(missing);
    await pause(5);
  }
}
