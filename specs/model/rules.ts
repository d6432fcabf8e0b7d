import type { CallerClass } from '../contract/contract.ts'
import type { LimitName } from '../vocabulary/limit-name.ts'
import type { PolicyType } from '../vocabulary/nouns.ts'
import type { Verb } from '../vocabulary/verbs.ts'
import type { Behaviour } from './behaviour.ts'

/** A policy that stands by itself, whatever anybody writes. */
export interface BuiltinPolicy {
  readonly id: string
  readonly name: string
  readonly type: PolicyType
  readonly description: string
  readonly content: string
}

/** All the model has to know of a vendor. Numbers that are absent are not limited. */
export interface Rules extends Behaviour {
  readonly limits: Readonly<Partial<Record<LimitName, number>>>
  /** who may say a verb; `unstated` and absent mean: the management account */
  readonly callers: Readonly<Partial<Record<Verb, CallerClass>>>
  readonly policyTypes: readonly PolicyType[]
  /** the policy the vendor attaches everywhere by itself, and that nobody can change */
  readonly builtinPolicy?: BuiltinPolicy
  readonly services: readonly string[]
  /** network endpoints that every account lets in at first */
  readonly endpoints: readonly string[]
  readonly reservedTagPrefix?: string
  readonly reservedRolePrefix?: string
  /** whether a text is a document of a policy type, or of another kind that the vendor has documents of */
  readonly contentFits: (kind: string, content: string) => boolean
  /** the most characters of documents of the types that have a limit of their own, beside the two in `limits` */
  readonly contentLengths?: Readonly<Record<string, number>>
}
