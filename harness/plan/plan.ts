import type { ProvenIdentity, Selection } from '../../reports/results/results.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { WriteBound } from '../../suites/actors/allowance-for.ts'
import type { Danger } from '../../suites/actors/danger.ts'
import type { Role } from '../../suites/client/target.ts'

/** The name of this shape of plans; its JSON Schema is specs/schemas/plan.schema.json. */
export const planSchema = 'orgproof/plan/1'

/** What may be written of one kind. */
export interface PlannedWrite extends WriteBound {
  readonly danger: Danger
  /** how often it was sent in the rehearsal */
  readonly expected: number
  /** the operation that takes back what it leaves; absent where it leaves nothing of its own */
  readonly undoneBy?: string
}

/** What stood at most at a time in the rehearsal: about so much is left over if a run is killed at the worst moment, more where answers are lost. */
export interface Leftover {
  readonly operation: string
  readonly who: Role | 'anybody'
  readonly most: number
}

/** How much of a kind stands in the organization, how much more a run makes at most at a time, and what there is room for. */
export interface QuotaUse {
  readonly limit: string
  /** absent where it could not be read */
  readonly standing?: number
  readonly more: number
  /** absent where nobody says how much; null where there is no limit */
  readonly room?: number | null
}

/** What a run may do at a target, known before anything is written. */
export interface Plan {
  readonly schema: typeof planSchema
  /** 64 hexadecimal digits over all that a run is held to */
  readonly hash: string
  /** the version of the suite */
  readonly suite: string
  readonly vendor: VendorId
  /** what the target says of itself, without secrets */
  readonly target: Json
  /** absent where nobody had to prove who they are */
  readonly identities?: ProvenIdentity
  readonly selection: Selection
  readonly seed: number
  /** how many checks are asked, and how many of them are not since the target's class denies it */
  readonly checks: { readonly planned: number; readonly denied: number }
  /** the most dangerous writes that are allowed */
  readonly class: Danger
  readonly allow: readonly string[]
  /** requests that only read, in the rehearsal */
  readonly reads: number
  readonly writes: readonly PlannedWrite[]
  readonly leftovers: readonly Leftover[]
  readonly quotas: readonly QuotaUse[]
  /** accounts that do not fit the part that the target gives them, a sentence each */
  readonly remarks: readonly string[]
  /** operations that may write to people, which nothing recalls, and how often each is sent at most */
  readonly notifies: readonly { readonly operation: string; readonly most: number }[]
  /** how long a run takes, in seconds, when each answer takes `secondsPerAnswer` and nothing goes wrong */
  readonly duration: { readonly seconds: number; readonly secondsPerAnswer: number }
}

/** The name of the plan in the folder of a run's reports. */
export const planName = 'plan.json'

/** A plan as a file. */
export function planFileText(plan: Plan): string {
  return `${JSON.stringify(plan, undefined, 2)}\n`
}
