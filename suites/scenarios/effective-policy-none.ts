import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { switchOn } from '../dsl/switch-on.ts'

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
  async play(scene) {
    const { cast, check, given } = scene
    // what stands may have policies of its own: only a new organization has none
    const owner = await cast.otherOwner()
    const { id: target } = await cast.member(owner)
    const { id: policy } = given(await owner.createPolicy(draftPolicy(scene, 'tag')))
    check.refused('none-is-refused', await owner.getEffectivePolicy({ type: 'tag' }))
    await switchOn(scene, owner, 'tag')
    const ask = () => owner.getEffectivePolicy({ type: 'tag', target })
    check.refused('none-attached-is-refused', await ask())
    given(await owner.attachPolicy({ policy, target }))
    check.done('attached-is-in-effect', await ask())
    given(await owner.detachPolicy({ policy, target }))
    check.refused('detached-is-refused', await ask())
  },
})
