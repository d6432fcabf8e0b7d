import { scenario, type Scenario } from '../dsl/scenario.ts'

export const accountClosing: Scenario = scenario({
  id: 'account-closing',
  title: 'A member account is closed, the management account is not',
  needs: ['account-closing', 'account-listing'],
  checks: {
    'management-is-refused': {
      title: 'The management account is not closed',
      refusal: 'closeManagement',
    },
    'refused-close-changes-nothing': {
      title: 'The refused closing leaves the management account active',
      axis: 'atomicity',
    },
    'closing-is-seen': { title: 'A closed account leaves the active state' },
    'closed-at-last': { title: 'A closed account is suspended in the end' },
    'closed-stays-listed': { title: 'A closed account stays listed' },
    'closing-twice-is-refused': {
      title: 'Closing twice is refused',
      refusal: 'accountAlreadyClosed',
    },
  },
  async run({ actors, check, given, all, settled }) {
    const owner = await actors.owner()
    const { id: account } = await actors.member(owner)
    const before = given(await owner.getAccount({ account }))
    check.twin(before.status === 'active', 'the new member is active')
    given(await owner.closeAccount({ account }))
    const closing = given(await owner.getAccount({ account }))
    check('closing-is-seen', closing.status, { oneOf: ['closing', 'suspended'] })
    check('closed-stays-listed', await all(owner, 'listAccounts', {}), { includes: account })
    check.refused('management-is-refused', await owner.closeAccount({ account: owner.id }))
    const own = given(await owner.getAccount({ account: owner.id }))
    check('refused-close-changes-nothing', own.status, { equals: 'active' })
    const closed = await settled({
      what: 'the closing account',
      look: () => owner.getAccount({ account }),
      // on the way there an account may even fall back to active
      until: ({ status }) => status === 'suspended',
    })
    check('closed-at-last', closed.status, { equals: 'suspended' })
    check.refused('closing-twice-is-refused', await owner.closeAccount({ account }))
  },
})
