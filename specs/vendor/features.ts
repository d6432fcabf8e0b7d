import { operationOf, type Operation } from '../contract/contract.ts'
import type { Verb } from '../vocabulary/verbs.ts'
import data from './features.json' with { type: 'json' }
import type { Vendor } from './vendor.ts'

/** The name of what an endpoint offers as a whole or not at all: scenarios need features, never vendors. */
export type Feature = keyof typeof data

interface FeatureRow {
  readonly title: string
  /** none where the feature is one of the protocol */
  readonly verbs: readonly Verb[]
}

/** Every feature with its title and the verbs it consists of (features.json). */
export const features: Readonly<Record<Feature, FeatureRow>> = data as Readonly<
  Record<Feature, FeatureRow>
>

/** Whether somebody's word is a feature: what a target file declares absent must be one. */
export function isFeature(name: string): name is Feature {
  return Object.hasOwn(features, name)
}

/** Whether a vendor has a way to say a verb: an operation, or several in a row. */
export function says(vendor: Pick<Vendor, 'dialect' | 'workflows'>, verb: Verb): boolean {
  return vendor.dialect[verb] !== undefined || vendor.workflows?.[verb] !== undefined
}

/** Whether a vendor offers a feature: it can say all of its verbs, and its profile does not call it absent. */
export function offers(
  vendor: Pick<Vendor, 'dialect' | 'workflows' | 'profile'>,
  feature: Feature,
): boolean {
  if (vendor.profile.absent[feature] !== undefined) return false
  return features[feature].verbs.every((verb) => says(vendor, verb))
}

/** The feature a verb belongs to. Throws when features.json forgot the verb. */
export function featureOf(verb: Verb): Feature {
  const found = Object.entries(features).find(([, { verbs }]) => verbs.includes(verb))
  if (found === undefined) throw new Error(`no feature holds the verb ${verb}`)
  return found[0] as Feature
}

/**
 * The operations that a story of some features is told with, each once: those of `operationsOf`, and where a workflow
 * says a verb that no single operation does, the one that it begins with. What a story is told of that the vendor has
 * no operation for is told in an organization all the same: then it is the operations of those.
 */
export function operationsTold(
  vendor: Pick<Vendor, 'dialect' | 'contract' | 'workflows'>,
  names: readonly Feature[],
): readonly Operation[] {
  const named = new Set(
    names
      .flatMap((name) => features[name].verbs)
      .flatMap((verb) => vendor.dialect[verb]?.operation ?? beginningOf(vendor, verb)),
  )
  const found = [...named].map((operation) => operationOf(vendor.contract, operation))
  return found.length > 0 ? found : operationsOf(vendor, ['organizations'])
}

/** What a workflow says first is the same whatever it is told, and before anything is answered. */
const beginningOf = (
  { dialect, workflows }: Pick<Vendor, 'dialect' | 'workflows'>,
  verb: Verb,
): readonly string[] => {
  const first = workflows?.[verb]?.({} as never).next()
  if (first === undefined || first.done === true) return []
  const operation = dialect[first.value.verb]?.operation
  return operation === undefined ? [] : [operation]
}

/** The operations with which a vendor says the verbs of some features, each once. */
export function operationsOf(
  vendor: Pick<Vendor, 'dialect' | 'contract'>,
  names: readonly Feature[],
): readonly Operation[] {
  const verbs = names.flatMap((name) => features[name].verbs)
  const said = verbs.flatMap((verb) => vendor.dialect[verb]?.operation ?? [])
  return [...new Set(said)].map((operation) => operationOf(vendor.contract, operation))
}
