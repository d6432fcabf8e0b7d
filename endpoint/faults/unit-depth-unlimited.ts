import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Nests units without a limit. */
export const unitDepthUnlimited: KnownFault = {
  name: 'unit-depth-unlimited',
  description: 'nests units without a limit',
  breaks: { aws: ['B1'], huawei: ['R44'], tencent: ['S16'] },
  alter: withoutLimits('unitDepth'),
  seen: {
    at: async (visit) => {
      let parent = await founded(visit)
      for (const name of ['1', '2', '3', '4', '5']) parent = await unitIn(visit, parent, name)
      return (await visit.boss.createUnit({ parent, name: '6' })).came
    },
    right: 'unitDepthExceeded',
    wrong: 'done',
  },
}
