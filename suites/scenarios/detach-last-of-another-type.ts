import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const detachLastOfAnotherType: Scenario = scenario({
  id: 'detach-last-of-another-type',
  title: 'A target may be without policies of other types',
  needs: ['policy-attachment', 'policies', 'policy-types', 'units'],
  checks: {
    'attached-is-listed': { title: 'A policy of another type is attached' },
    'other-types-may-be-empty': { title: 'The last policy of another type is detached' },
    'nothing-is-left': { title: 'No policy of that type is left on the target' },
  },
  async run(context) {
    const { actors, check, given, all, fresh } = context
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    await context.switchedOn(owner, 'tag')
    const target = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const attached = async () =>
      (await all(owner, 'listPoliciesOn', { target, type: 'tag' })).map(({ id }) => id)
    const { id: policy } = given(await owner.createPolicy(draftPolicy(context, 'tag')))
    given(await owner.attachPolicy({ policy, target }))
    const before = await attached()
    check('attached-is-listed', before, { equals: [policy] })
    check.twin(before.includes(policy), 'the policy is listed while it is attached')
    check.done('other-types-may-be-empty', await owner.detachPolicy({ policy, target }))
    check('nothing-is-left', await attached(), { equals: [] })
  },
})
