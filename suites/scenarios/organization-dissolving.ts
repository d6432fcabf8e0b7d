import { scenario, type Scenario } from '../dsl/scenario.ts'

export const organizationDissolving: Scenario = scenario({
  id: 'organization-dissolving',
  title: 'An organization is dissolved when no member is left',
  needs: ['organizations', 'account-listing', 'invitations', 'member-removal'],
  checks: {
    'not-empty-is-refused': {
      title: 'An organization with a member is not dissolved',
      refusal: 'organizationNotEmpty',
    },
    'not-empty-remains': {
      title: 'The refused dissolution leaves the member in place',
      axis: 'atomicity',
    },
    'a-member-cannot-dissolve': {
      title: 'A member cannot dissolve the organization',
      axis: 'authorization',
      refusal: 'accessDenied',
    },
    'empty-is-dissolved': { title: 'An organization without members is dissolved' },
    'organization-is-gone': {
      title: 'Nothing is in use after the dissolution',
      refusal: 'notInOrganization',
    },
    'founded-anew': { title: 'The same account founds again' },
  },
  async run({ actors, check, given, all, invited }) {
    const owner = await actors.owner()
    const { id } = given(await owner.getOrganization())
    const member = await invited(owner)
    check.refused('a-member-cannot-dissolve', await member.deleteOrganization())
    check.refused('not-empty-is-refused', await owner.deleteOrganization())
    check('not-empty-remains', await all(owner, 'listAccounts', {}), { includes: member.id })
    given(await owner.removeAccount({ account: member.id }))
    check.done('empty-is-dissolved', await owner.deleteOrganization())
    check.refused('organization-is-gone', await owner.getOrganization())
    const anew = given(await owner.createOrganization())
    check('founded-anew', anew.id, {
      holds: anew.id !== id,
      says: 'another organization is founded',
    })
  },
})
