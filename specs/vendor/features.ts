import { operationOf, type Operation } from '../contract/contract.ts'
import type { Verb } from '../vocabulary/verbs.ts'
import type { Feature } from './feature.ts'
import type { Vendor } from './vendor.ts'

/** Whether a vendor has a way to say a verb: an operation, or several in a row. */
export function says(vendor: Pick<Vendor, 'dialect' | 'workflows'>, verb: Verb): boolean {
  return vendor.dialect[verb] !== undefined || vendor.workflows?.[verb] !== undefined
}

/** Whether a vendor offers a feature: it can say all of its verbs, and its profile does not call it absent. */
export function offers(
  vendor: Pick<Vendor, 'dialect' | 'workflows' | 'profile' | 'features'>,
  feature: Feature,
): boolean {
  if (vendor.profile.absent[feature] !== undefined) return false
  const row = vendor.features[feature]
  return row !== undefined && row.verbs.every((verb) => says(vendor, verb))
}

/** The first of some features that a vendor does not offer; undefined where it offers all. */
export function lacking(
  vendor: Parameters<typeof offers>[0],
  needs: readonly Feature[],
): Feature | undefined {
  return needs.find((feature) => !offers(vendor, feature))
}

/** The feature of a vendor that a verb belongs to. Throws when none of them holds the verb. */
export function featureOf({ features }: Pick<Vendor, 'features'>, verb: Verb): Feature {
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
  vendor: Pick<Vendor, 'dialect' | 'contract' | 'workflows' | 'features'>,
  names: readonly Feature[],
): readonly Operation[] {
  const named = new Set(
    names
      .flatMap((name) => vendor.features[name]?.verbs ?? [])
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
  vendor: Pick<Vendor, 'dialect' | 'contract' | 'features'>,
  names: readonly Feature[],
): readonly Operation[] {
  const verbs = names.flatMap((name) => vendor.features[name]?.verbs ?? [])
  const said = verbs.flatMap((verb) => vendor.dialect[verb]?.operation ?? [])
  return [...new Set(said)].map((operation) => operationOf(vendor.contract, operation))
}
