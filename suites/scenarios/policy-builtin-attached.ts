import { builtinPolicyOf } from '../dsl/builtin-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const policyBuiltinAttached: Scenario = scenario({
  id: 'policy-builtin-attached',
  title: 'The built-in policy is attached everywhere',
  needs: ['policy-attachment', 'units'],
  checks: {
    'on-a-new-unit': { title: 'The built-in policy is attached to a new unit' },
    'on-a-new-root': { title: 'The built-in policy is attached to a new root' },
    'on-the-management': { title: 'The built-in policy is attached to the founder' },
    'on-a-new-member': { title: 'The built-in policy is attached to a new member' },
    'targets-tell': { title: 'The built-in policy lists all its targets' },
  },
  async run({ actors, check, given, all, fresh, sample, switchedOn }) {
    const { id: policy, type } = builtinPolicyOf(sample)
    const home = await actors.owner()
    await switchedOn(home, type)
    const { id: parent } = await actors.workspace(home)
    const unit = given(await home.createUnit({ parent, name: fresh.name('unit') })).id
    check('on-a-new-unit', await all(home, 'listPoliciesOn', { target: unit, type }), {
      includes: policy,
    })
    // what stood before may have been changed: only a new organization tells
    const owner = await actors.otherOwner()
    await switchedOn(owner, type)
    const root = await actors.root(owner)
    const on = (target: string) => all(owner, 'listPoliciesOn', { target, type })
    check('on-a-new-root', await on(root), { includes: policy })
    check('on-the-management', await on(owner.id), { includes: policy })
    const targets = (await all(owner, 'listTargetsOf', { policy })).map(({ id }) => id)
    const missing = [root, owner.id].filter((id) => !targets.includes(id))
    check('targets-tell', missing, { equals: [] })
    const member = await actors.member(owner)
    check('on-a-new-member', await on(member.id), { includes: policy })
  },
})
