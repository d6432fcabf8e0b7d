import { withRules } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Offers every feature to an organization that was founded for the common bill. */
export const billingOrganizationUsesEverything: Fault = {
  name: 'billing-organization-uses-everything',
  description: 'offers every feature to an organization that was founded for the common bill',
  breaks: { aws: ['A3', 'G1'] },
  alter: withRules(() => ({ needAllFeatures: [] })),
}
