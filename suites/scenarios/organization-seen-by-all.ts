import { scenario, type Scenario } from '../dsl/scenario.ts'

export const organizationSeenByAll: Scenario = scenario({
  id: 'organization-seen-by-all',
  title: 'Every account of an organization reads it',
  needs: ['organizations'],
  checks: {
    'member-reads-organization': { title: 'A member reads the organization' },
    'only-control-is-available': {
      title: 'The organization names no type but control',
      needs: ['available-types'],
    },
  },
  async run({ actors, check, given, offered }) {
    const owner = await actors.owner()
    const seen = given(await owner.getOrganization())
    if (offered('available-types')) {
      const types = seen.policyTypes?.map(({ type }) => type) ?? []
      check('only-control-is-available', types, {
        holds: types.every((type) => type === 'control'),
        says: 'no policy type but control is named',
      })
    }
    const member = await actors.member(owner)
    const read = check.ensured('member-reads-organization', await member.getOrganization())
    check('member-reads-organization', [read.id, read.management], {
      equals: [seen.id, seen.management],
    })
  },
})
