/** What time it is. Only the composition root makes one; everything else is given one, or a moment. */
export type Clock = { now(): Temporal.Instant };

/** A clock that can be moved forward, and goes on from there. */
export type MovableClock = Clock & { moveTo(at: Temporal.Instant): void };

export function movableClock(real: Clock, start = real.now()): MovableClock {
  let ahead = real.now().until(start);
  return {
    now: () => real.now().add(ahead),
    moveTo: (at) => {
      ahead = real.now().until(at);
    },
  };
}
