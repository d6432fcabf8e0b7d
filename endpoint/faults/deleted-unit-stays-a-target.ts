import type { PolicyTarget } from '../../specs/vocabulary/verbs.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Still lists a unit that was deleted among the targets of its policies. */
export const deletedUnitStaysATarget: KnownFault = {
  name: 'deleted-unit-stays-a-target',
  description: 'lists a unit that was deleted among the targets of its policies still',
  breaks: { aws: ['K3'], huawei: ['R145'] },
  alter: (steps) => {
    const ghosts = new Map<string, readonly PolicyTarget[]>()
    const deleting = saying('deleteUnit', (moment) => {
      const decision = decideAs(moment, {})
      const { unit: id } = moment.args
      const attached = organizationOf(moment)?.attachments.get(id) ?? []
      if (decision.kind === 'refused') return decision
      for (const { policy } of attached) {
        ghosts.set(policy, [...(ghosts.get(policy) ?? []), { id, kind: 'unit' }])
      }
      return decision
    })
    const listing = telling('listTargetsOf', (page, { args }) =>
      page.next === undefined
        ? { ...page, items: [...page.items, ...(ghosts.get(args.policy) ?? [])] }
        : page,
    )
    return listing({ ...steps, ...deleting(steps) })
  },
  seen: {
    at: async (visit) => {
      const target = await unitIn(visit, await founded(visit))
      const policy = await policyNamed(visit, 'P')
      await visit.boss.attachPolicy({ policy, target })
      await visit.boss.deleteUnit({ unit: target })
      return (await visit.boss.listTargetsOf({ policy })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
