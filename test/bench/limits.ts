/** No more than `max` in any `ms` milliseconds. */
export type Limit = { ms: number; max: number };

/** Counts what comes in as strictly as a limit can be meant: in every window, wherever it begins. */
export function limiter(all: readonly Limit[], each: readonly Limit[]) {
  const seen = new Map<string, number[]>();
  const counts = { taken: 0, beyond: 0, first: 0, last: 0 };
  const waits = (key: string, limits: readonly Limit[], now: number) =>
    limits.flatMap(({ ms, max }) => {
      const within = (seen.get(key) ?? []).filter((at) => at > now - ms);
      return within.length < max ? [] : [(within[within.length - max] ?? now) + ms - now];
    });
  return {
    counts,
    /** Undefined: it is let through. Else how many seconds to wait. */
    gate(conversation: string): number | undefined {
      const now = performance.now();
      const wait = Math.max(0, ...waits('', all, now), ...waits(conversation, each, now));
      if (wait > 0) {
        counts.beyond += 1;
        return Math.ceil(wait / 1_000);
      }
      for (const key of ['', conversation]) {
        const longest = Math.max(...(key === '' ? all : each).map(({ ms }) => ms));
        seen.set(key, [...(seen.get(key) ?? []).filter((at) => at > now - longest), now]);
      }
      counts.taken += 1;
      counts.first ||= now;
      counts.last = now;
      return undefined;
    },
  };
}
