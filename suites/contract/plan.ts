import type { Operation } from '../../specs/contract/contract.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import type { RequestTemplate } from '../../specs/vendor/request-template.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Basis } from '../verdict/basis.ts'
import type { Check } from '../verdict/verdict.ts'
import type { CallerPlan } from './caller-checks.ts'
import type { FillList } from './fill-list.ts'
import type { InputField } from './input-field.ts'
import type { OtherThing } from './other-thing.ts'
import type { RandomValues } from './random-values.ts'
import type { Refusable } from './refusable.ts'
import type { RequestBuilder } from './request-builder.ts'

/** A valid request and the check that it decides. */
export interface Positive {
  /** the check's id after the operation */
  readonly key: string
  readonly check: Check
  readonly build: (builder: RequestBuilder) => Promise<JsonObject>
  /** a refusal that blames the state of things, not the value, shows that the value is understood */
  readonly state: boolean
}

/** A request that differs from its twin in one fault. */
export interface Negative extends Refusable {
  readonly key: string
  readonly field: InputField
  /** the keyword that must fail first; undefined where the fault is not in the input's form */
  readonly keyword?: string
  /** what the member names instead, made before anything is sent */
  readonly other?: OtherThing
  /** the wrong value in place of the right one; `other` is the id of what it is to name */
  readonly spoil: (right: Json, random: RandomValues, other: string) => Json | undefined
}

/** The checks that every operation has, whatever it takes. */
export interface CommonChecks {
  readonly implemented: Check
  readonly succeeds: Check
  readonly yields?: Check
  /** where the contract describes an answer at all */
  readonly shape?: Check
  readonly headers: Check
  /** of an operation that writes and can be refused */
  readonly unchanged?: Check
}

/** The checks of an operation that lists page by page, and how its list gets several entries first. */
export interface PagingPlan {
  readonly fill: FillList
  readonly size: Check
  readonly join: Check
}

/** The checks of one operation and the requests that decide them; known before anything is sent. */
export interface OperationPlan {
  readonly vendor: Vendor
  readonly operation: Operation
  readonly verb?: Verb
  readonly template: RequestTemplate
  /** what is seen of the real service at a check */
  readonly seen: (check: string) => Pick<Basis, 'accepted' | 'refuses'>
  readonly fields: readonly InputField[]
  readonly common: CommonChecks
  readonly positives: readonly Positive[]
  readonly negatives: readonly Negative[]
  readonly callers: CallerPlan
  readonly paging?: PagingPlan
}

/** Every check of a plan, in the order in which they are listed. */
export function checksOf({
  common,
  positives,
  negatives,
  callers,
  paging,
}: OperationPlan): readonly Check[] {
  const { implemented, succeeds, yields, shape, headers, unchanged } = common
  return [
    implemented,
    succeeds,
    yields,
    shape,
    headers,
    ...positives.map(({ check }) => check),
    ...negatives.flatMap(({ steps }) => Object.values(steps)),
    paging?.size,
    paging?.join,
    unchanged,
    ...callers.wrong.flatMap(({ steps }) => Object.values(steps)),
    callers.unchanged,
  ].filter((check) => check !== undefined)
}
