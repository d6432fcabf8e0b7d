import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Detaches a policy from everything when it is changed. */
export const updatingDetaches: KnownFault = {
  name: 'updating-detaches',
  description: 'detaches a policy from everything when it is changed',
  breaks: { aws: ['K9', 'K23', 'E8'], huawei: ['R129', 'R145', 'N45'] },
  alter: writing('updatePolicy', (written, { args }) => ({
    ...written,
    attachments: new Map(
      [...written.attachments].map(([target, all]) => [
        target,
        all.filter(({ policy }) => policy !== args.policy),
      ]),
    ),
  })),
  seen: {
    at: async (visit) => {
      const target = await unitIn(visit, await founded(visit))
      const policy = await policyNamed(visit, 'P')
      await visit.boss.attachPolicy({ policy, target })
      await visit.boss.updatePolicy({ policy, name: 'Q' })
      return (await visit.boss.listTargetsOf({ policy })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
