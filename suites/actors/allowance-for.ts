import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Allowance, AskedWrite } from '../client/allowance.ts'
import { roleOf, type Role, type Target } from '../client/target.ts'
import { classDenial, dangersOf } from './danger.ts'

/** How many writes of a kind may be sent: each try of one counts, whatever is answered. */
export interface WriteBound {
  readonly operation: string
  readonly who: Role | 'anybody'
  /** those that take back what was written before; a plan knows them apart */
  readonly undoing: boolean
  readonly most: number
}

/**
 * What a target allows: writes of its class, of each kind no more than its bound where there are bounds. To take back is
 * in no class: what was written has to go.
 */
export function allowanceFor(
  vendor: Vendor,
  target: Target,
  bounds?: readonly WriteBound[],
): Allowance {
  const dangers = dangersOf(vendor)
  const left = bounds && new Map(bounds.map((bound) => [kindOf(bound), bound.most]))
  return {
    deny: (write) => {
      const denied = write.undoing ? undefined : classDenial(target, dangers, write.operation)
      if (denied !== undefined || left === undefined) return denied
      return beyond(left, target, write)
    },
  }
}

/** Counts a write; says so where there is no more room for it. */
const beyond = (
  left: Map<string, number>,
  target: Target,
  { account, operation, undoing }: AskedWrite,
): string | undefined => {
  const who = roleOf(target, account)
  const kind = kindOf({ operation, who, undoing })
  const room = left.get(kind)
  if (room === undefined) return `the plan has no ${operation} by ${who}`
  if (room === 0) return `the plan has no more room for ${operation} by ${who}`
  left.set(kind, room - 1)
  return undefined
}

/** What tells a bound from every other. */
export function kindOf({ operation, who, undoing }: Omit<WriteBound, 'most'>): string {
  return `${operation} ${who} ${undoing ? 'undoing' : 'asking'}`
}
