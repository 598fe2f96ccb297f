import { setTimeout as pause } from 'node:timers/promises';

/** For what never comes: a busy machine may take long. */
const PATIENCE_MS = 60_000;

/** What is there, as soon as it is. Throws when it does not come. */
export async function eventually<T>(look: () => T | undefined): Promise<T> {
  const limit = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (limit.aborted) throw new Error('it did not happen');
    await pause(5);
  }
}
