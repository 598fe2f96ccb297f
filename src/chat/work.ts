import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Work that goes on after the request it came from was answered. */
export type Work = {
  /** Follows it to its end; a failure is logged. */
  add(work: Promise<unknown>): void;
  /** Resolves when nothing is in hand any more, or after that many milliseconds. */
  finish(ms: number): Promise<void>;
};

export function workInHand(log: Logger): Work {
  const inHand = new Set<Promise<void>>();
  return {
    add(work) {
      const followed: Promise<void> = work.then(
        () => {},
        (err: unknown) => log.error({ err }, 'an answer was not delivered'),
      );
      inHand.add(followed);
      followed.finally(() => inHand.delete(followed));
    },
    async finish(ms) {
      const ended = async () => {
        while (inHand.size > 0) await Promise.all(inHand);
      };
      const deadline = new AbortController();
      const late = sleep(ms, undefined, { signal: deadline.signal }).catch(() => {});
      await Promise.race([ended(), late]);
      deadline.abort();
    },
  };
}

/** The outcome if it is there in time, in milliseconds; otherwise undefined. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const deadline = new AbortController();
  const late = sleep(ms, undefined, { signal: deadline.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    deadline.abort();
  }
}

/**
 * Runs `work` now and again, never twice at once, whatever becomes of it: at once when it says that more is due. `stop`
 * waits for the one in hand.
 */
export function every(milliseconds: number, work: () => Promise<boolean>, log: Logger) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let inHand = Promise.resolve();
  const next = () => {
    inHand = work()
      .catch((error) => {
        log.error({ err: error }, 'jobs failed');
        return false;
      })
      .then((more) => {
        if (!stopped) timer = setTimeout(next, more ? 0 : milliseconds);
      });
  };
  next();
  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    await inHand;
  };
  return { stop };
}
