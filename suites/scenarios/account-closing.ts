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
  async run({ actors, check, given, all, settled, eventual }) {
    const owner = await actors.owner()
    const { id: account } = await actors.member(owner)
    const before = given(await owner.getAccount({ account }))
    check.twin(before.status === 'active', 'the new member is active')
    check.ensured('closing-is-seen', await owner.closeAccount({ account }))
    // it is not gone
    check.ensured('closing-is-seen', await owner.getAccount({ account }))
    // where reads lag, a closed account may be active for minutes, and be so again before it stays closed
    const wavers = (status: unknown): boolean => eventual() && status === 'active'
    const look = () => owner.getAccount({ account })
    const [what, patience] = ['the closing account', 'closing'] as const
    const closing = await settled({
      what,
      patience,
      look,
      until: ({ status }) => !wavers(status),
      // who is active for as long as anybody waits was not closed
      lastCounts: true,
    })
    check('closing-is-seen', closing.status, { oneOf: ['closing', 'suspended'] })
    check('closed-stays-listed', await all(owner, 'listAccounts', {}), { includes: account })
    check.refused('management-is-refused', await owner.closeAccount({ account: owner.id }))
    const own = given(await owner.getAccount({ account: owner.id }))
    check('refused-close-changes-nothing', own.status, { equals: 'active' })
    const closed = await settled({
      what,
      patience,
      look,
      until: ({ status }) => status !== 'closing' && !wavers(status),
    })
    check('closed-at-last', closed.status, { equals: 'suspended' })
    check.refused('closing-twice-is-refused', await owner.closeAccount({ account }))
  },
})
