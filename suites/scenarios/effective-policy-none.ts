import { isObject } from '../../specs/contract/json.ts'
import type { EffectivePolicy } from '../../specs/vocabulary/verbs.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { documentOf } from '../verdict/document-of.ts'

export const effectivePolicyNone: Scenario = scenario({
  id: 'effective-policy-none',
  title: 'Without a policy nothing is in effect',
  needs: [
    'effective-policy',
    'policies',
    'policy-attachment',
    'policy-types',
    'effect-refusals',
    'own-effective-policy',
  ],
  checks: {
    'none-is-refused': {
      title: 'Nothing of a type that is not enabled is in effect',
      refusal: 'effectivePolicyNotFound',
    },
    'none-attached-is-refused': {
      title: 'Where nothing is attached nothing is in effect',
      refusal: 'effectivePolicyNotFound',
    },
    'attached-is-in-effect': { title: 'What is attached is in effect' },
    'detached-is-refused': {
      title: 'What was detached is no longer in effect',
      refusal: 'effectivePolicyNotFound',
    },
  },
  async run(context) {
    const { actors, check, given } = context
    // what stands may have policies of its own: only a new organization has none
    const owner = await actors.otherOwner()
    const { id: target } = await actors.member(owner)
    const { id: policy } = given(await owner.createPolicy(draftPolicy(context, 'tag')))
    check.refused('none-is-refused', await owner.getEffectivePolicy({ type: 'tag' }))
    await context.switchedOn(owner, 'tag')
    const ask = () => owner.getEffectivePolicy({ type: 'tag', target })
    check.refused('none-attached-is-refused', await ask(), { fits: saysNothing })
    given(await owner.attachPolicy({ policy, target }))
    check.done('attached-is-in-effect', await ask())
    given(await owner.detachPolicy({ policy, target }))
    check.refused('detached-is-refused', await ask(), { fits: saysNothing })
  },
})

/** A service may as well answer a document without a word in it. */
const saysNothing = ({ content }: EffectivePolicy): boolean => {
  const document = documentOf(content)
  return isObject(document) && Object.keys(document).length === 0
}
