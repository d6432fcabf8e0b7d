import { withRules } from '../fault-kit/alter-decide.ts'
import { serviceOf } from '../fault-kit/arrange-services.ts'
import type { KnownFault } from '../fault.ts'

/** Offers every feature to an organization that was founded for the common bill. */
export const billingOrganizationUsesEverything: KnownFault = {
  name: 'billing-organization-uses-everything',
  description: 'offers every feature to an organization that was founded for the common bill',
  breaks: { aws: ['A3', 'G1'] },
  alter: withRules(() => ({ needAllFeatures: [] })),
  seen: {
    at: async (visit) => {
      await visit.boss.createOrganization({ features: 'billing' })
      return (await visit.boss.enableServiceAccess({ service: serviceOf(visit) })).came
    },
    right: 'featuresMissing',
    wrong: 'done',
  },
}
