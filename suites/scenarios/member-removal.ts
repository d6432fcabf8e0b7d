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
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    await joinByInvitation(owner, guest)
    given(await guest.getOrganization())
    check.twin(
      (await all(owner, 'listAccounts', {})).some(({ id }) => id === guest.id),
      'the guest is listed before',
    )
    given(await owner.removeAccount({ account: guest.id }))
    check('removed-is-unlisted', await all(owner, 'listAccounts', {}), { excludes: guest.id })
    check.refused('removed-is-unknown', await owner.getAccount({ account: guest.id }))
    check.refused('removed-stands-alone', await guest.getOrganization())
    await joinByInvitation(owner, guest)
    check('removed-may-join-again', await all(owner, 'listAccounts', {}), { includes: guest.id })
    given(await owner.removeAccount({ account: guest.id }))
  },
})
