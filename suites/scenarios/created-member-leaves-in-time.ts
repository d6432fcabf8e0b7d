import { scenario, type Scenario } from '../dsl/scenario.ts'

export const createdMemberLeavesInTime: Scenario = scenario({
  id: 'created-member-leaves-in-time',
  title: 'A created account leaves, and is removed, when it has waited',
  needs: [
    'member-leave',
    'member-removal',
    'account-creation',
    'account-listing',
    'organizations',
    'waiting-period',
  ],
  movesTime: true,
  checks: {
    'waits-until-then': {
      title: 'The day before a created account cannot leave yet',
      refusal: 'waitPeriodActive',
    },
    'leaves-then': { title: 'A created account that waited leaves' },
    'is-removed-then': { title: 'A created account that waited is removed' },
    'both-are-gone': { title: 'Accounts that left or were removed are not listed' },
  },
  async run({ actors, check, given, all, limit, daysPass }) {
    const days = limit('createdAccountWaitDays')
    const owner = await actors.owner()
    const member = await actors.member(owner)
    const other = await actors.member(owner)
    for (const one of [member, other]) {
      const { joinedBy } = given(await owner.getAccount({ account: one.id }))
      check.twin(joinedBy === 'created', 'the member is a created account')
    }
    await daysPass(days - 1)
    check.refused('waits-until-then', await member.leaveOrganization())
    await daysPass(2)
    check.done('leaves-then', await member.leaveOrganization())
    check.done('is-removed-then', await owner.removeAccount({ account: other.id }))
    const left = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
    check('both-are-gone', left, { equals: [owner.id] })
  },
})
