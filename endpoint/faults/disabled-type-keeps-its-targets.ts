import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten } from '../fault-kit/doctored-world.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Keeps the targets of policies whose type is switched off, and shows none of those policies on them. */
export const disabledTypeKeepsItsTargets: KnownFault = {
  name: 'disabled-type-keeps-its-targets',
  description: 'keeps the targets of policies of a disabled type and shows none of them there',
  breaks: { aws: ['K24'], huawei: ['N46'] },
  alter: (steps) => {
    const switching = saying('disablePolicyType', (moment) => {
      const attachments = organizationOf(moment)?.attachments
      return rewritten(decideAs(moment, {}), (written) => ({
        ...written,
        ...(attachments && { attachments }),
      }))
    })
    const hiding = telling('listPoliciesOn', (page, moment) => {
      const types = organizationOf(moment)?.types
      const on = new Set<string>(
        [...(types ?? [])].flatMap(([type, one]) => (one.enabled ? type : [])),
      )
      return { ...page, items: page.items.filter(({ type = '' }) => on.has(type)) }
    })
    return hiding({ ...steps, ...switching(steps) })
  },
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const target = await unitIn(visit, root)
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      const policy = await policyNamed(visit, 'P', 'tag')
      await visit.boss.attachPolicy({ policy, target })
      await visit.boss.disablePolicyType({ root, type: 'tag' })
      const targets = (await visit.boss.listTargetsOf({ policy })).result.items
      const policies = (await visit.boss.listPoliciesOn({ target, type: 'tag' })).result.items
      return [targets.length, policies.length]
    },
    right: [0, 0],
    wrong: [1, 0],
  },
}
