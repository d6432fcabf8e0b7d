import { scenario, type Scenario } from '../dsl/scenario.ts'

export const organizationEmptied: Scenario = scenario({
  id: 'organization-emptied',
  title: 'An organization is in use from founding to dissolution',
  needs: ['organizations'],
  checks: {
    'before-founding': {
      title: 'Nothing is in use before the founding',
      refusal: 'notInOrganization',
    },
    'founded-is-in-use': { title: 'The founded organization is in use' },
    dissolved: { title: 'The empty organization is dissolved' },
    'after-dissolving': {
      title: 'Nothing is in use after the dissolution',
      refusal: 'notInOrganization',
    },
    'lists-are-refused': {
      title: 'Lists are refused after the dissolution',
      refusal: 'notInOrganization',
    },
  },
  async run({ actors, check, given }) {
    const founder = await actors.standalone()
    const before = await founder.getOrganization()
    const founded = given(await founder.createOrganization())
    check('founded-is-in-use', given(await founder.getOrganization()).id, { equals: founded.id })
    check.refused('before-founding', before)
    check.done('dissolved', await founder.deleteOrganization())
    check.refused('after-dissolving', await founder.getOrganization())
    check.refused('lists-are-refused', await founder.listAccounts())
  },
})
