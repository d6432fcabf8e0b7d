import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const featureMigrationAlone: Scenario = scenario({
  id: 'feature-migration-alone',
  title: 'An organization without members migrates to all features',
  needs: ['feature-migration', 'organizations', 'invitations', 'policy-types'],
  checks: {
    'migration-is-asked': { title: 'The migration is answered with a request' },
    'request-waits': { title: 'The request waits for an answer' },
    'request-is-listed': { title: 'The request is listed with the invitations' },
    'owner-finalises': { title: 'The management account finalises alone' },
    'all-features-are-on': { title: 'All features are on afterwards' },
    'all-features-already': {
      title: 'Migrating twice is refused',
      refusal: 'allFeaturesAlready',
    },
    'types-can-be-enabled': { title: 'Policy types can be enabled afterwards' },
  },
  async run({ actors, check, given, all, sample }) {
    const owner = await actors.billingOwner()
    const asked = check.done('migration-is-asked', await owner.enableAllFeatures())
    const { id: invitation, action, state } = asked
    check('request-waits', [action ?? 'enable-all', state], {
      oneOf: [
        ['enable-all', 'open'],
        ['enable-all', 'requested'],
      ],
    })
    check('request-is-listed', await all(owner, 'listSentInvitations', {}), {
      includes: invitation,
    })
    check.done('owner-finalises', await owner.acceptInvitation({ invitation }))
    check('all-features-are-on', given(await owner.getOrganization()).features, { equals: 'all' })
    check.refused('all-features-already', await owner.enableAllFeatures())
    const type = sample.policyTypes.find((one) => one !== 'control') ?? 'control'
    const root = await actors.root(owner)
    check.done('types-can-be-enabled', await owner.enablePolicyType({ root, type }))
  },
})
