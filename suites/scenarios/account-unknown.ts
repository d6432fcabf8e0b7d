import { scenario, type Scenario } from '../dsl/scenario.ts'

export const accountUnknown: Scenario = scenario({
  id: 'account-unknown',
  title: 'An account that is no member is refused',
  needs: ['account-listing', 'member-removal'],
  checks: {
    'member-reads-back': { title: 'An account of the organization reads back' },
    'read-unknown': { title: 'Reading an unknown account is refused', refusal: 'accountNotFound' },
    'close-unknown': {
      title: 'Closing an unknown account is refused',
      refusal: 'accountNotFound',
      needs: ['account-closing'],
    },
    'remove-unknown': {
      title: 'Removing an unknown account is refused',
      refusal: 'accountNotFound',
    },
  },
  async run({ actors, check, given, unknown, offered }) {
    const owner = await actors.owner()
    const own = given(await owner.getAccount({ account: owner.id }))
    check('member-reads-back', own.id, { equals: owner.id })
    const account = unknown('account')
    check.refused('read-unknown', await owner.getAccount({ account }))
    check.refused('remove-unknown', await owner.removeAccount({ account }))
    if (offered('account-closing')) {
      check.refused('close-unknown', await owner.closeAccount({ account }))
    }
  },
})
