import type { WrongCaller } from './caller-checks.ts'
import type { Negative, OperationPlan, Positive } from './plan.ts'

/** Which requests of an operation are sent. Twins are not listed: they are sent when a negative needs them. */
export interface RequestSelection {
  readonly negatives: readonly Negative[]
  readonly minimal: boolean
  readonly positives: readonly Positive[]
  readonly paging: boolean
  /** whether the organization is looked at before and after the negatives */
  readonly snapshots: boolean
  readonly callers: readonly WrongCaller[]
  /** the same before and after those who may not call */
  readonly callerSnapshots: boolean
}

/** The requests that decide the checks that are wanted. `implemented` is left to whoever sees what they show. */
export function selectRequests(
  { common, positives, negatives, callers, paging }: OperationPlan,
  wanted: (check: string) => boolean,
): RequestSelection {
  const wants = (check?: { readonly id: string }): boolean =>
    check !== undefined && wanted(check.id)
  // both look at the answer to every valid request
  const answers = wants(common.shape) || wants(common.headers)
  const snapshots = wants(common.unchanged)
  const callerSnapshots = wants(callers.unchanged)
  return {
    snapshots,
    callerSnapshots,
    callers: callers.wrong.filter(
      ({ steps }) => callerSnapshots || Object.values(steps).some(wants),
    ),
    negatives: negatives.filter(({ steps }) => snapshots || Object.values(steps).some(wants)),
    minimal: answers || wants(common.succeeds) || wants(common.yields),
    positives: positives.filter(({ check }) => answers || wants(check)),
    paging: answers || wants(paging?.size) || wants(paging?.join),
  }
}

/** Every request that a selection leaves out. */
export function otherRequests(
  plan: OperationPlan,
  { negatives, minimal, positives, callers, paging }: RequestSelection,
): RequestSelection {
  return {
    negatives: plan.negatives.filter((negative) => !negatives.includes(negative)),
    minimal: !minimal,
    positives: plan.positives.filter((positive) => !positives.includes(positive)),
    paging: !paging,
    callers: plan.callers.wrong.filter((wrong) => !callers.includes(wrong)),
    snapshots: false,
    callerSnapshots: false,
  }
}
