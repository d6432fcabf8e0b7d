import { founded } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms the deletion of the resource policy and keeps it. */
export const resourcePolicyStays: KnownFault = {
  name: 'resource-policy-stays',
  description: 'confirms the deletion of the resource policy and keeps it',
  breaks: { aws: ['F4'] },
  alter: confirming('deleteResourcePolicy'),
  seen: {
    at: async (visit) => {
      const { boss, vendor } = visit
      await founded(visit)
      const content = (vendor.profile.resourcePolicyContent ?? '').replaceAll('{account}', boss.id)
      await boss.putResourcePolicy({ content })
      await boss.deleteResourcePolicy({})
      return (await boss.getResourcePolicy({})).came
    },
    right: 'resourcePolicyNotFound',
    wrong: 'done',
  },
}
