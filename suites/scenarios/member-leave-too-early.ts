import { scenario, type Scenario } from '../dsl/scenario.ts'

export const memberLeaveTooEarly: Scenario = scenario({
  id: 'member-leave-too-early',
  title: 'A created account waits before it leaves',
  needs: ['member-leave', 'account-creation', 'account-listing', 'organizations', 'waiting-period'],
  checks: {
    'created-has-to-wait': {
      title: 'A created account cannot leave at once',
      refusal: 'waitPeriodActive',
    },
    'refused-stays-listed': { title: 'The refused account stays listed', axis: 'atomicity' },
  },
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const member = await actors.member(owner)
    const { joinedBy } = given(await owner.getAccount({ account: member.id }))
    check.twin(joinedBy === 'created', 'the member is a created account')
    given(await member.getOrganization())
    check.refused('created-has-to-wait', await member.leaveOrganization())
    check('refused-stays-listed', await all(owner, 'listAccounts', {}), { includes: member.id })
  },
})
