import type { Rule, RuleBook } from '../model/decision.ts'
import type { Args, NeutralListVerb, OwnVerb, OwnVerbs } from '../vocabulary/verbs.ts'
import type { DialectRow } from './dialect.ts'
import type { RequestTemplate } from './request-template.ts'
import type { Workflow } from './workflow.ts'

/** What a feature is called that own operations make up: in results, and by people. */
export interface FeatureTitle<F extends string = string> {
  readonly id: F
  readonly title: string
}

/**
 * How a list that one vendor alone has gets the entries with which its pages are looked at: like the list of a neutral
 * verb; `none`: not at all, and why. Then nothing is asked about its pages.
 */
export type OwnFilling = { readonly like: NeutralListVerb } | { readonly none: string }

/**
 * All there is to know of an operation that one vendor alone has: how the vendor says its verb, what becomes of it, and
 * how a valid request of it comes about. Beside it stands what the verb takes and answers (`OwnVerbs`).
 */
export type OwnOperation<V extends OwnVerb = OwnVerb> = {
  readonly [K in V]: {
    readonly verb: K
    readonly feature: FeatureTitle<OwnVerbs[K]['feature']>
    readonly row: DialectRow<K>
    readonly rule: Rule<K>
    /** absent where a neutral verb is said with the same operation, whose template it has */
    readonly template?: RequestTemplate
    /** a call that changes nothing, or nothing that anybody misses; `once`: it can be done only once */
    readonly harmless?: { readonly args: Args<K>; readonly once?: true }
    /** why nothing takes back what it leaves; else one that writes stands in suites/actors/own/<vendor>.ts */
    readonly lasting?: string
    /** an operation with a page size has to say it; no other does */
    readonly filling?: OwnFilling
    /** how a client says it where one operation does not say it whole */
    readonly workflow?: Workflow<K>
  }
}[V]

/** Whether something that was loaded is an own operation. */
export function isOwnOperation(value: unknown): value is OwnOperation {
  const parts = ['verb', 'feature', 'row', 'rule']
  return typeof value === 'object' && value !== null && parts.every((part) => part in value)
}

/** The rules of a vendor's own operations, by their verbs. */
export function ownRulesOf({ own }: { readonly own: readonly OwnOperation[] }): RuleBook {
  return Object.fromEntries(own.map(({ verb, rule }) => [verb, rule]))
}
