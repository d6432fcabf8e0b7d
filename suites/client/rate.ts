/** Lets requests go one after the other. */
export type Turn = () => Promise<void>

/** What keeps a rate. */
export interface RateParts {
  /** requests per second; as many as there are unless said */
  readonly rate: number | undefined
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
}

/**
 * Spaces requests evenly: none goes sooner than a share of a second after the one before. Nothing is saved up for later: a service
 * may count by a shorter window than ours.
 */
export function openRate({ rate, now, pause }: RateParts): Turn {
  if (rate === undefined) return () => Promise.resolve()
  const gap = 1000 / rate
  let free = Number.NEGATIVE_INFINITY
  return async () => {
    const at = Math.max(now(), free)
    free = at + gap
    const wait = at - now()
    if (wait > 0) await pause(wait)
  }
}
