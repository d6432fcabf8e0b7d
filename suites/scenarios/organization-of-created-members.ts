import { scenario, type Scenario } from '../dsl/scenario.ts'

export const organizationOfCreatedMembers: Scenario = scenario({
  id: 'organization-of-created-members',
  title: 'An organization is not dissolved while it has a created member',
  needs: ['organizations', 'account-creation', 'account-listing'],
  checks: {
    'created-member-keeps-it': {
      title: 'An organization with a created member is not dissolved',
      refusal: 'organizationNotEmpty',
    },
    'member-remains': {
      title: 'The refused dissolution leaves the created member in place',
      axis: 'atomicity',
    },
  },
  async run({ actors, check, given, all, fresh, ended }) {
    const owner = await actors.owner()
    const asked = await owner.createAccount({ name: fresh.name('account'), email: fresh.email() })
    const { account } = await ended(owner, given(asked))
    const listed = async () => (await all(owner, 'listAccounts', {})).map(({ id }) => id).toSorted()
    const before = await listed()
    check.twin(account !== undefined && before.includes(account), 'the account is a member')
    check.refused('created-member-keeps-it', await owner.deleteOrganization())
    check('member-remains', await listed(), { equals: before })
  },
})
