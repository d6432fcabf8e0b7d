import type { NeutralVerb, OwnVerb, OwnVerbs, Verb } from '../vocabulary/verbs.ts'
import data from './features.json' with { type: 'json' }

/** The name of a feature that more than one vendor may offer. */
export type NeutralFeature = keyof typeof data

/** The name of what an endpoint offers as a whole or not at all: scenarios need features, never vendors. */
export type Feature = NeutralFeature | OwnVerbs[OwnVerb]['feature']

/** A feature: what it is called, and the verbs it consists of; none where it is one of the protocol. */
export interface FeatureRow<V extends Verb = Verb> {
  readonly title: string
  readonly verbs: readonly V[]
}

/** The features that are known of a vendor. */
export type Features = Readonly<Partial<Record<Feature, FeatureRow>>>

/** The features that more than one vendor may offer (features.json). */
export const neutralFeatures: Readonly<Record<NeutralFeature, FeatureRow<NeutralVerb>>> =
  data as Readonly<Record<NeutralFeature, FeatureRow<NeutralVerb>>>
