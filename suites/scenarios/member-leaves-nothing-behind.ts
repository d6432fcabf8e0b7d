import { draftPolicy } from '../actors/draft-policy.ts'
import { joinByInvitation } from '../actors/membership.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const memberLeavesNothingBehind: Scenario = scenario({
  id: 'member-leaves-nothing-behind',
  title: 'Tags and policies of an account end with its membership',
  needs: ['member-removal', 'invitations', 'tags', 'policies', 'policy-attachment'],
  checks: {
    'tags-are-gone': { title: 'Tags vanish when the account is removed' },
    'removed-has-no-policies': { title: 'A removed account keeps no policy' },
  },
  async run({ actors, check, given, all, fresh, sample, switchedOn }) {
    const owner = await actors.owner()
    await switchedOn(owner, 'control')
    const guest = await actors.standalone()
    await joinByInvitation(owner, guest)
    const { id: account } = guest
    given(await owner.tagResource({ resource: account, tags: [{ key: 'team', value: 'blue' }] }))
    const policy = given(await owner.createPolicy(draftPolicy({ fresh, sample }, 'control')))
    given(await owner.attachPolicy({ policy: policy.id, target: account }))
    const targets = await all(owner, 'listTargetsOf', { policy: policy.id })
    check.twin(
      targets.some(({ id }) => id === account),
      'the policy is attached to the account',
    )
    given(await owner.removeAccount({ account }))
    check('removed-has-no-policies', await all(owner, 'listTargetsOf', { policy: policy.id }), {
      excludes: account,
    })
    await joinByInvitation(owner, guest)
    check('tags-are-gone', await all(owner, 'listTags', { resource: account }), { equals: [] })
    given(await owner.removeAccount({ account }))
  },
})
