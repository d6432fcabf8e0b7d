import { listAll } from '../../../actors/list-all.ts'
import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const closingListing: Scenario = scenario({
  id: 'closing-listing',
  title: 'Closed accounts are listed with the state of their closing',
  needs: ['closing-listing', 'account-closing', 'account-creation', 'account-listing'],
  checks: {
    'open-is-unlisted': { title: 'An account that is not closed is not listed' },
    'closed-is-listed': { title: 'A closed account is listed' },
    'suspended-at-last': { title: 'Its closing ends suspended' },
    'listed-by-state': { title: 'Closings are filtered by state' },
  },
  async run({ actors, check, given, all, fresh, settled, ended }) {
    const owner = await actors.owner()
    const asked = given(
      await owner.createAccount({ name: fresh.name('account'), email: fresh.email() }),
    )
    const { account = '' } = await ended(owner, asked)
    check.twin(account !== '', 'the account is created')
    check('open-is-unlisted', await all(owner, 'listAccountClosings', {}), { excludes: account })
    given(await owner.closeAccount({ account }))
    check('closed-is-listed', await all(owner, 'listAccountClosings', {}), { includes: account })
    const closings = await settled({
      what: 'the closing account',
      patience: 'closing',
      look: () => listAll(owner, 'listAccountClosings', {}),
      until: (seen) => seen.every(({ id, state }) => id !== account || state !== 'closing'),
    })
    check('suspended-at-last', closings.find(({ id }) => id === account)?.state, {
      equals: 'suspended',
    })
    const listed = async (state: 'closing' | 'suspended') =>
      (await all(owner, 'listAccountClosings', { states: [state] })).some(
        ({ id }) => id === account,
      )
    check('listed-by-state', [await listed('suspended'), await listed('closing')], {
      equals: [true, false],
      each: ['listed among the suspended', 'listed among the closing'],
    })
  },
})
