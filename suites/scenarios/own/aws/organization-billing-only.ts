import { draftPolicy } from '../../../actors/draft-policy.ts'
import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const organizationBillingOnly: Scenario = scenario({
  id: 'organization-billing-only',
  title: 'An organization that shares only the bill has no policies',
  needs: ['organizations', 'feature-migration', 'policies', 'policy-types', 'trusted-services'],
  checks: {
    'features-are-billing': { title: 'A billing organization says so' },
    'no-type-is-enabled': { title: 'No policy type is enabled in its root' },
    'policy-is-refused': {
      title: 'Policies cannot be created',
      refusal: 'policyTypeUnavailable',
    },
    'type-is-refused': {
      title: 'Policy types cannot be enabled',
      refusal: 'policyTypeUnavailable',
    },
    'trust-is-refused': {
      title: 'Trusted access needs all features',
      refusal: 'featuresMissing',
    },
  },
  async run({ actors, check, given, all, fresh, sample }) {
    const owner = await actors.billingOwner()
    check('features-are-billing', given(await owner.getOrganization()).features, {
      equals: 'billing',
    })
    const [root] = await all(owner, 'listRoots', {})
    const enabled = root?.policyTypes?.filter(({ status }) => status === 'enabled') ?? []
    check('no-type-is-enabled', enabled, { equals: [] })
    const policy = draftPolicy({ fresh, sample }, 'control')
    // the twin: the same policy is fine in an organization with all features
    given(await (await actors.otherOwner()).createPolicy(policy))
    check.refused('policy-is-refused', await owner.createPolicy(policy))
    check.refused(
      'type-is-refused',
      await owner.enablePolicyType({ root: await actors.root(owner), type: 'tag' }),
    )
    check.refused(
      'trust-is-refused',
      await owner.enableServiceAccess({ service: sample.services[0] }),
    )
  },
})
