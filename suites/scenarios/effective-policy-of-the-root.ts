import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { namesIn, wordsOf } from '../dsl/words-in-effect.ts'
import { documentOf } from '../verdict/document-of.ts'

const type = 'tag'

export const effectivePolicyOfTheRoot: Scenario = scenario({
  id: 'effective-policy-of-the-root',
  title: 'What is attached to the root is in effect for every account',
  needs: ['effective-policy', 'policies', 'policy-attachment', 'policy-types', 'member-removal'],
  checks: {
    'root-is-inherited': { title: 'A policy on the root is effective for an account' },
    'removed-is-refused': {
      title: 'An account that was removed has no effective policy',
      refusal: 'targetNotFound',
    },
  },
  async run(context) {
    const { actors, check, given, invited } = context
    // a policy on the root concerns everybody: only in an organization of its own that is nobody else
    const owner = await actors.otherOwner()
    await context.switchedOn(owner, type)
    const { id: target } = await invited(owner)
    const draft = draftPolicy(context, type)
    const { id: policy } = given(await owner.createPolicy(draft))
    given(await owner.attachPolicy({ policy, target: await actors.root(owner) }))
    const { content } = given(await owner.getEffectivePolicy({ type, target }))
    const names = namesIn(documentOf(content)).map((name) => name.toLowerCase())
    const missing = wordsOf(draft.content, draftPolicy(context, type, 1).content).filter(
      (word) => !names.includes(word.toLowerCase()),
    )
    check('root-is-inherited', missing, { equals: [] })
    given(await owner.removeAccount({ account: target }))
    check.refused('removed-is-refused', await owner.getEffectivePolicy({ type, target }))
  },
})
