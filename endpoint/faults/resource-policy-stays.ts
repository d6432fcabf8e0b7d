import { resourcePolicyPut } from '../fault-kit/arrange-policies.ts'
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
      await resourcePolicyPut(visit)
      await visit.boss.deleteResourcePolicy({})
      return (await visit.boss.getResourcePolicy({})).came
    },
    right: 'resourcePolicyNotFound',
    wrong: 'done',
  },
}
