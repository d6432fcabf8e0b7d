import type { OwnVerb, Verb } from '../../../specs/vocabulary/verbs.ts'
import type { Effect } from '../effect.ts'
import { awsEffects } from './aws.ts'
import { huaweiEffects } from './huawei.ts'
import { tencentEffects } from './tencent.ts'

/**
 * How what a vendor's own verbs leave behind is taken back. A verb that writes and is not here is not sent where the
 * organization was given, and its operation says why (`lasting`): a test finds the one that was forgotten.
 */
export const ownEffects: { readonly [V in OwnVerb]?: Effect<V> } = {
  ...awsEffects,
  ...huaweiEffects,
  ...tencentEffects,
}

/** The questions, asked of an organization as a whole, whose answers show what the vendors' own verbs may have done. */
export const ownQuestions: ReadonlySet<Verb> = new Set(
  Object.values(ownEffects).flatMap((effect) =>
    effect.kind === 'reversible' ? [effect.shownBy] : [],
  ),
)
