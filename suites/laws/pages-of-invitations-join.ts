import { checkPages, idOf, joins } from '../dsl/paging-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const pagesOfInvitationsJoin: Scenario = scenario({
  id: 'pages-of-invitations-join',
  kind: 'law',
  title: 'Pages of invitations join to the whole',
  needs: ['invitations'],
  checks: {
    sent: joins('Pages of invitations sent join to the whole'),
    received: joins('Pages of invitations received join to the whole'),
    'sent-of-one-kind': {
      ...joins('Pages of invitations sent of one kind join to the whole'),
      needs: ['invitation-filters'],
    },
    'received-of-one-kind': {
      ...joins('Pages of invitations received of one kind join to the whole'),
      needs: ['invitation-filters'],
    },
  },
  async run({ actors, check, given, offered }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    for (const _ of ['one', 'two', 'three']) {
      const { id } = given(await owner.inviteAccount({ target }))
      given(await owner.cancelInvitation({ invitation: id }))
    }
    const context = { check, given }
    await checkPages(context, 'sent', {
      list: (paging) => owner.listSentInvitations(paging),
      nameOf: idOf,
      least: 3,
    })
    await checkPages(context, 'received', {
      list: (paging) => guest.listReceivedInvitations(paging),
      nameOf: idOf,
      least: 3,
    })
    if (!offered('invitation-filters')) return
    const filter = { action: 'invite' } as const
    await checkPages(context, 'sent-of-one-kind', {
      list: (paging) => owner.listSentInvitations({ filter, ...paging }),
      nameOf: idOf,
      least: 3,
    })
    await checkPages(context, 'received-of-one-kind', {
      list: (paging) => guest.listReceivedInvitations({ filter, ...paging }),
      nameOf: idOf,
      least: 3,
    })
  },
})
