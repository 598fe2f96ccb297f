/** In milliseconds. */
const deadline = 5_000;

/** Work that goes on after the request it came from was answered. `end` waits for it, five seconds at most. */
export function workInHand() {
  const inHand = new Set<Promise<unknown>>();
  return {
    add(work: Promise<unknown>): void {
      const settled = work.catch(() => {}).finally(() => inHand.delete(settled));
      inHand.add(settled);
    },
    async end(): Promise<void> {
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, deadline);
      await Promise.race([Promise.all(inHand), late]);
      clearTimeout(timer);
    },
  };
}
