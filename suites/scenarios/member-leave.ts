import { scenario, type Scenario } from '../dsl/scenario.ts'

export const memberLeave: Scenario = scenario({
  id: 'member-leave',
  title: 'An invited account leaves by itself, others do not',
  needs: ['member-leave', 'invitations', 'account-listing', 'organizations'],
  checks: {
    'invited-leaves-at-once': { title: 'An invited account leaves without waiting' },
    'left-is-unlisted': { title: 'An account that left is no longer listed' },
    'left-stands-alone': {
      title: 'An account that left is in no organization',
      refusal: 'notInOrganization',
    },
    'leaving-twice-is-refused': { title: 'Leaving twice is refused', refusal: 'notInOrganization' },
    'management-cannot-leave': {
      title: 'The management account cannot leave',
      refusal: 'leaveManagement',
    },
    'management-stays': { title: 'The management account is still listed', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, invited }) {
    const owner = await actors.owner()
    const guest = await invited(owner)
    given(await guest.getOrganization())
    check.twin(
      (await all(owner, 'listAccounts', {})).some(({ id }) => id === guest.id),
      'the guest is listed before',
    )
    check.done('invited-leaves-at-once', await guest.leaveOrganization())
    check('left-is-unlisted', await all(owner, 'listAccounts', {}), { excludes: guest.id })
    check.refused('left-stands-alone', await guest.getOrganization())
    check.refused('leaving-twice-is-refused', await guest.leaveOrganization())
    check.refused('management-cannot-leave', await owner.leaveOrganization())
    check('management-stays', await all(owner, 'listAccounts', {}), { includes: owner.id })
  },
})
