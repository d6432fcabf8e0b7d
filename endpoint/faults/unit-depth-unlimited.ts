import { withoutLimits } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Nests units without a limit. */
export const unitDepthUnlimited: Fault = {
  name: 'unit-depth-unlimited',
  description: 'nests units without a limit',
  breaks: { aws: ['B1'], huawei: ['R44'], tencent: ['S16'] },
  alter: withoutLimits('unitDepth'),
}
