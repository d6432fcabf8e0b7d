import type { OwnVerb, OwnVerbs, Verb } from '../vocabulary/verbs.ts'
import type { NeutralFeature } from './neutral-features.ts'

/** The name of what an endpoint offers as a whole or not at all: scenarios need features, never vendors. */
export type Feature = NeutralFeature | OwnVerbs[OwnVerb]['feature']

/** A feature: what it is called, and the verbs it consists of; none where it is one of the protocol. */
export interface FeatureRow<V extends Verb = Verb> {
  readonly title: string
  readonly verbs: readonly V[]
}

/** The features that are known of a vendor. */
export type Features = Readonly<Partial<Record<Feature, FeatureRow>>>
