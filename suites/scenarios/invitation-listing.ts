import { scenario, type Scenario } from '../dsl/scenario.ts'

export const invitationListing: Scenario = scenario({
  id: 'invitation-listing',
  title: 'Invitations are read and listed by both sides',
  needs: ['invitations'],
  checks: {
    'sent-shows-all': { title: 'The organization lists all its invitations' },
    'filtered-by-action': {
      title: 'Invitations are filtered by action',
      needs: ['invitation-filters'],
    },
    'two-filters-are-refused': {
      title: 'Two filters at once are refused',
      refusal: 'invitationFilterAmbiguous',
      needs: ['invitation-filters'],
    },
    'member-reads-invitation': { title: 'A member reads its own invitation' },
    'member-lists-received': { title: 'A member lists what it received' },
  },
  async run({ actors, check, given, all, offered }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const joined = await actors.standalone()
    const invite = async (id: string) =>
      given(await owner.inviteAccount({ target: { kind: 'account', id } })).id
    const cancelled = await invite(guest.id)
    given(await owner.cancelInvitation({ invitation: cancelled }))
    const open = await invite(guest.id)
    const accepted = await invite(joined.id)
    given(await joined.acceptInvitation({ invitation: accepted }))
    const listed = async (args: Parameters<typeof owner.listSentInvitations>[0]) =>
      (await all(owner, 'listSentInvitations', args ?? {})).map(({ id }) => id)
    const sent = await listed({})
    const missing = [cancelled, open, accepted].filter((id) => !sent.includes(id))
    check('sent-shows-all', missing, { equals: [] })
    if (offered('invitation-filters')) {
      const good = await listed({ filter: { action: 'invite' } })
      const bad = await listed({ filter: { action: 'enable-all' } })
      check('filtered-by-action', [good.includes(open), bad.includes(open)], {
        equals: [true, false],
        each: ['listed for its own action', 'listed for another action'],
      })
      check.refused(
        'two-filters-are-refused',
        await owner.listSentInvitations({ filter: { action: 'invite', parent: open } }),
      )
    }
    check('member-lists-received', await all(joined, 'listReceivedInvitations', {}), {
      includes: accepted,
    })
    const read = check.done(
      'member-reads-invitation',
      await joined.getInvitation({ invitation: accepted }),
    )
    check.twin(read.id === accepted, 'it is the invitation that was asked for')
  },
})
