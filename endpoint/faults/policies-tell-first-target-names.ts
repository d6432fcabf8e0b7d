import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { listingFirstNames } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Lists the units a policy is attached to under the names they were created with. */
export const policiesTellFirstTargetNames: KnownFault = {
  name: 'policies-tell-first-target-names',
  description: 'lists the units a policy is attached to under the names they were created with',
  breaks: { aws: ['K24'], huawei: ['N46'] },
  alter: listingFirstNames('createUnit', 'listTargetsOf'),
  seen: {
    at: async (visit) => {
      const target = await unitIn(visit, await founded(visit), 'One')
      const policy = await policyNamed(visit, 'P')
      await visit.boss.attachPolicy({ policy, target })
      await visit.boss.renameUnit({ unit: target, name: 'Two' })
      return (await visit.boss.listTargetsOf({ policy })).result.items.map(({ name }) => name)
    },
    right: ['Two'],
    wrong: ['One'],
  },
}
