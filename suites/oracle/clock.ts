/** The time of the model, and when its instants were by our clock. Milliseconds since 1970. */
export interface Clock {
  /** An instant of the model that no other is like, however exactly a target tells times. */
  readonly tick: () => number
  /** when an instant of the model was by our clock, or will be */
  readonly expected: (instant: number) => number
}

/** What is told in whole seconds has to differ, too. */
const step = 1000

/** A clock whose instants are a second apart, and never behind ours. */
export function openClock(now: () => number): Clock {
  const ours = new Map<number, number>()
  let last = 0
  return {
    tick: () => {
      const real = now()
      last = Math.max(last + step, Math.ceil(real / step) * step)
      ours.set(last, real)
      return last
    },
    // what lies ahead, or back before the first call, is as far from now by either clock
    expected: (instant) => ours.get(instant) ?? instant - last + (ours.get(last) ?? now()),
  }
}
