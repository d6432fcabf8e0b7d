import { joinByInvitation } from '../actors/membership.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const memberRemoval: Scenario = scenario({
  id: 'member-removal',
  title: 'An invited account is removed and stands alone again',
  needs: ['member-removal', 'invitations', 'account-listing', 'organizations'],
  checks: {
    'removed-is-unlisted': { title: 'A removed account is no longer listed' },
    'removed-is-unknown': { title: 'A removed account is not found', refusal: 'accountNotFound' },
    'removed-stands-alone': {
      title: 'A removed account is in no organization',
      refusal: 'notInOrganization',
    },
    'removed-may-join-again': { title: 'A removed account joins again' },
  },
  async play({ cast, check, given, all }) {
    const owner = await cast.owner()
    const guest = await cast.standalone()
    await joinByInvitation(owner, guest)
    given(await guest.organization())
    check.twin(
      (await all(owner, 'accounts', {})).some(({ id }) => id === guest.id),
      'the guest is listed before',
    )
    given(await owner.remove({ account: guest.id }))
    check('removed-is-unlisted', await all(owner, 'accounts', {}), { excludes: guest.id })
    check.refused('removed-is-unknown', await owner.account({ account: guest.id }))
    check.refused('removed-stands-alone', await guest.organization())
    await joinByInvitation(owner, guest)
    check('removed-may-join-again', await all(owner, 'accounts', {}), { includes: guest.id })
    given(await owner.remove({ account: guest.id }))
  },
})
