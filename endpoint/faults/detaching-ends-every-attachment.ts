import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Takes a policy off everything when it is detached from one thing. */
export const detachingEndsEveryAttachment: KnownFault = {
  name: 'detaching-ends-every-attachment',
  description: 'takes a policy off everything when it is detached from one thing',
  breaks: {
    aws: ['K9', 'model/aws/ListTargetsForPolicy/*'],
    huawei: ['model/huawei/ListEntitiesForPolicy/*'],
  },
  alter: saying('detachPolicy', (moment) =>
    rewritten(decideAs(moment, {}), (written) => ({
      ...written,
      attachments: new Map(
        [...written.attachments].map(([target, all]) => [
          target,
          all.filter(({ policy }) => policy !== moment.args.policy),
        ]),
      ),
    })),
  ),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const target = await unitIn(visit, root)
      const policy = await policyNamed(visit, 'P')
      await visit.boss.attachPolicy({ policy, target })
      await visit.boss.attachPolicy({ policy, target: root })
      await visit.boss.detachPolicy({ policy, target })
      return (await visit.boss.listTargetsOf({ policy })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
