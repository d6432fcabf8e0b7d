/** Whether what was written can be read at once. */
export const consistencies = ['immediate', 'eventual'] as const

export type Consistency = (typeof consistencies)[number]

/** What the suite waits for: accounts that come about and policy types that are switched, accounts that are closed, and all else that is listed somewhere. */
export const waitedFor = ['creation', 'closing', 'listing'] as const

/** Seconds that the suite waits at most. */
export type Patience = Readonly<Record<(typeof waitedFor)[number], number>>

/** What a target says of how long things take. */
export interface Pacing {
  readonly consistency?: Consistency
  readonly patience?: Partial<Patience>
}

/**
 * Clouds are known to take ten minutes for an account, and as long to close one; what only lags is there after seconds.
 * Whoever answers at once is not waited for that long.
 */
const standard: Readonly<Record<Consistency, Patience>> = {
  immediate: { creation: 30, closing: 30, listing: 10 },
  eventual: { creation: 600, closing: 600, listing: 10 },
}

/** Of an endpoint that does not say, nothing is presumed. */
export function consistencyOf({ consistency = 'eventual' }: Pacing): Consistency {
  return consistency
}

/**
 * Milliseconds after which whatever was written is seen, as far as the target says: who says that it is seen at once is
 * only looked at a few times.
 */
export function seenWithin(target: Pacing): number {
  return consistencyOf(target) === 'immediate' ? 0 : patienceOf(target).listing * 1000
}

/** The whole patience with a target. */
export function patienceOf(target: Pacing): Patience {
  return { ...standard[consistencyOf(target)], ...target.patience }
}
