import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { populated } from '../fault-kit/arrange.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Detaches the policies of an account that moves. */
export const movingDetaches: KnownFault = {
  name: 'moving-detaches',
  description: 'detaches the policies of an account that moves',
  breaks: { aws: ['K9'], huawei: ['R145'] },
  alter: saying('moveAccount', (moment) =>
    rewritten(decideAs(moment, {}), (written) => ({
      ...written,
      attachments: new Map(
        [...written.attachments].filter(([target]) => target !== moment.args.account),
      ),
    })),
  ),
  seen: {
    at: async (visit) => {
      const { root, unit, account } = await populated(visit)
      const policy = await policyNamed(visit, 'P')
      await visit.boss.attachPolicy({ policy, target: account })
      await visit.boss.moveAccount({ account, from: unit, to: root })
      return (await visit.boss.listTargetsOf({ policy })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
