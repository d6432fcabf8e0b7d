import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const featureMigrationPending: Scenario = scenario({
  id: 'feature-migration-pending',
  title: 'While a migration runs nobody is invited',
  needs: ['feature-migration', 'invitations'],
  checks: {
    'inviting-before': { title: 'Before the migration a guest is invited' },
    'second-is-refused': {
      title: 'A second migration is refused while one runs',
      refusal: 'allFeaturesPending',
    },
    'inviting-is-refused': {
      title: 'Nobody is invited while the migration runs',
      refusal: 'inviteDuringMigration',
    },
    'refused-invites-nobody': { title: 'The refused invitation is not there', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, invited }) {
    const owner = await actors.billingOwner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const { id: invitation } = check.done('inviting-before', await owner.inviteAccount({ target }))
    given(await owner.cancelInvitation({ invitation }))
    // its answer keeps the migration waiting
    await invited(owner)
    given(await owner.enableAllFeatures())
    check.refused('second-is-refused', await owner.enableAllFeatures())
    const asked = await owner.inviteAccount({ target })
    check.refused('inviting-is-refused', asked)
    check.twin(asked.kind !== 'done', 'the invitation is refused')
    const received = await all(guest, 'listReceivedInvitations', {})
    check(
      'refused-invites-nobody',
      received.map(({ id }) => id),
      { equals: [invitation] },
    )
  },
})
