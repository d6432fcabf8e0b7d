import { scenario, type Scenario } from '../dsl/scenario.ts'

export const organizationFounding: Scenario = scenario({
  id: 'organization-founding',
  title: 'An account founds an organization and manages it',
  needs: ['organizations'],
  checks: {
    'caller-is-management': { title: 'The founder becomes the management account' },
    'all-features-by-default': {
      title: 'All features are on when none are named',
      needs: ['feature-sets'],
    },
    'all-features-when-named': {
      title: 'All features are on when they are named',
      needs: ['feature-sets'],
    },
    'organization-reads-back': { title: 'The organization reads back as founded' },
    'one-root': { title: 'The new organization has one root' },
    'control-type-is-enabled': {
      title: 'The control policy type is enabled from the start',
      needs: ['policy-types'],
    },
    'founding-twice-is-refused': {
      title: 'A second organization of one account is refused',
      refusal: 'alreadyInOrganization',
    },
    'a-member-cannot-found': {
      title: 'A member account cannot found an organization',
      refusal: 'alreadyInOrganization',
    },
  },
  async run({ actors, check, given, all }) {
    const founder = await actors.standalone()
    const founded = given(await founder.createOrganization())
    check('caller-is-management', founded.management, { equals: founder.id })
    const read = given(await founder.getOrganization())
    check('all-features-by-default', read.features, { equals: 'all' })
    check('organization-reads-back', [read.id, read.management], {
      equals: [founded.id, founder.id],
    })
    const named = await actors.otherOwner()
    check('all-features-when-named', given(await named.getOrganization()).features, {
      equals: 'all',
    })
    check.refused('founding-twice-is-refused', await founder.createOrganization())
    const roots = await all(founder, 'listRoots', {})
    check('one-root', roots.length, { equals: 1 })
    const control = roots[0]?.policyTypes?.find(({ type }) => type === 'control')
    check('control-type-is-enabled', control?.status ?? 'off', {
      equals: 'enabled',
      service: { equals: 'off' },
    })
    const member = await actors.member(founder)
    check.refused('a-member-cannot-found', await member.createOrganization())
  },
})
