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

/** The feature of a vendor that a verb belongs to. Throws when none of them holds the verb. */
export function featureOf({ features }: Pick<Vendor, 'features'>, verb: Verb): Feature {
  const found = Object.entries(features).find(([, { verbs }]) => verbs.includes(verb))
  if (found === undefined) throw new Error(`no feature holds the verb ${verb}`)
  return found[0] as Feature
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
