import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Detaches the policies of a unit when it is renamed. */
export const renamingDetaches: KnownFault = {
  name: 'renaming-detaches',
  description: 'detaches the policies of a unit when it is renamed',
  breaks: { aws: ['B8'], huawei: ['R50'] },
  alter: writing('renameUnit', (written, { args: { unit } }) => ({
    ...written,
    attachments: new Map([...written.attachments].filter(([target]) => target !== unit)),
  })),
  seen: {
    at: async (visit) => {
      const target = await unitIn(visit, await founded(visit))
      const policy = await policyNamed(visit, 'P')
      await visit.boss.attachPolicy({ policy, target })
      await visit.boss.renameUnit({ unit: target, name: 'Other' })
      return (await visit.boss.listTargetsOf({ policy })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
