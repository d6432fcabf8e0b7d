import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { inheritingTags } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Gives a new policy the tags of a deleted one of the same name. */
export const policyNamesakesInheritTags: KnownFault = {
  name: 'policy-namesakes-inherit-tags',
  description: 'gives a new policy the tags of a deleted one of the same name',
  breaks: { aws: ['K22'], huawei: ['N44'] },
  alter: inheritingTags(
    { kind: 'policies', verb: 'deletePolicy', id: ({ policy }) => policy },
    'createPolicy',
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const asked = {
        name: 'One',
        type: 'control',
        description: 'd',
        content: policyContent(visit, 'control'),
      } as const
      const tags = [{ key: 'a', value: '1' }]
      const first = (await visit.boss.createPolicy({ ...asked, tags })).result.id
      await visit.boss.deletePolicy({ policy: first })
      const resource = (await visit.boss.createPolicy(asked)).result.id
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
