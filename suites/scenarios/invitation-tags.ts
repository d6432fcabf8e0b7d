import { scenario, type Scenario } from '../dsl/scenario.ts'

export const invitationTags: Scenario = scenario({
  id: 'invitation-tags',
  title: 'An invitation carries tags for the new member',
  needs: ['invitations', 'tags'],
  checks: {
    'duplicate-key-is-refused': {
      title: 'Two tags with one key are refused',
      refusal: 'tagKeyDuplicate',
    },
    'reserved-key-is-refused': {
      title: 'A tag key of the vendor is refused',
      refusal: 'tagKeyReserved',
      needs: ['reserved-tag-keys'],
    },
    'tags-wait': { title: 'Tags of an invitation wait for the joining' },
    'refused-invites-nobody': { title: 'Refused tags invite nobody', axis: 'atomicity' },
    'tags-arrive': { title: 'Tags of the invitation are on the new member' },
  },
  async run({ actors, check, given, all, fresh, sample }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const earlier = (await all(guest, 'listReceivedInvitations', {})).map(({ id }) => id)
    const tag = { key: fresh.name('key'), value: 'blue' }
    const reserved = { ...tag, key: `${sample.reservedTagPrefix ?? ''}${tag.key}` }
    const invite = (tags: readonly (typeof tag)[]) => owner.inviteAccount({ target, tags })
    const bad = {
      'duplicate-key-is-refused': [tag, { ...tag, value: 'red' }],
      'reserved-key-is-refused': [tag, reserved],
    } as const
    for (const [key, tags] of Object.entries(bad)) {
      const outcome = await invite(tags)
      check.refused(key as keyof typeof bad, outcome)
      // what went out by mistake stands in nobody's way
      if (outcome.kind === 'done')
        given(await owner.cancelInvitation({ invitation: outcome.value.id }))
    }
    const { id: invitation } = check.done('tags-wait', await invite([tag]))
    const received = (await all(guest, 'listReceivedInvitations', {})).map(({ id }) => id)
    check(
      'refused-invites-nobody',
      received.filter((id) => !earlier.includes(id)),
      { equals: [invitation] },
    )
    given(await guest.acceptInvitation({ invitation }))
    const tags = await all(owner, 'listTags', { resource: guest.id })
    check('tags-arrive', tags, { equals: [tag] })
  },
})
