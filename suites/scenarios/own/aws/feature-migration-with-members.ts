import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const featureMigrationWithMembers: Scenario = scenario({
  id: 'feature-migration-with-members',
  title: 'A migration to all features waits for every member',
  needs: ['feature-migration', 'invitations', 'organizations'],
  checks: {
    'member-is-asked': { title: 'Every invited member is asked to agree' },
    'children-are-listed': { title: "The members' requests hang on the migration" },
    'too-early-is-refused': {
      title: 'Finalising before all agree is refused',
      refusal: 'invitationWrongTransition',
    },
    'features-wait': { title: 'Features stay as they are until the end', axis: 'atomicity' },
    'member-agrees': { title: 'A member agrees' },
    'member-cannot-finalise': {
      title: 'A member cannot finalise',
      axis: 'authorization',
      refusal: 'accessDenied',
    },
    'owner-finalises': { title: 'The management account finalises' },
    'all-features-are-on': { title: 'All features are on at the end' },
  },
  async run({ actors, check, given, all, invited }) {
    const owner = await actors.billingOwner()
    const member = await invited(owner)
    const { id: migration } = given(await owner.enableAllFeatures())
    const received = await all(member, 'listReceivedInvitations', {})
    const asked = ['approve-all', 'enable-all']
      .flatMap((wanted) => received.filter(({ action }) => action === wanted))
      .find(({ state }) => state === 'open' || state === 'requested')
    check('member-is-asked', received, {
      holds: asked !== undefined,
      says: 'a request to agree to all features waits for an answer',
    })
    check.twin(asked !== undefined, 'there is a request that the member can answer')
    const request = { invitation: asked?.id ?? migration }
    check.refused('too-early-is-refused', await owner.acceptInvitation({ invitation: migration }))
    const features = async () => given(await owner.getOrganization()).features
    const early = await features()
    check('features-wait', early, { equals: 'billing' })
    check.twin(early === 'billing', 'the migration still waits')
    check.done('member-agrees', await member.acceptInvitation(request))
    check.refused(
      'member-cannot-finalise',
      await member.acceptInvitation({ invitation: migration }),
    )
    check.done('owner-finalises', await owner.acceptInvitation({ invitation: migration }))
    check('all-features-are-on', await features(), { equals: 'all' })
    const children = await all(owner, 'listSentInvitations', { filter: { parent: migration } })
    check('children-are-listed', children, { includes: request.invitation })
  },
})
