import { acceptedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Breaks its answers off half-way. */
export const halfJson: KnownFault = {
  name: 'half-json',
  description: 'breaks its answers off half-way',
  breaks: {
    aws: ['contract/aws/*/minimal/*', 'protocol/aws/answer/*'],
    huawei: ['contract/huawei/*/minimal/*', 'protocol/huawei/answer/*'],
    tencent: ['contract/tencent/*/minimal/*', 'protocol/tencent/answer/*'],
    // half an error of an unknown endpoint is the answer of a place that does not know the operation
    codearts: ['contract/codearts/*/is-implemented', 'contract/codearts/*/minimal/*'],
  },
  alter: () => ({
    frame: (answer) => ({
      ...answer,
      body: answer.body.slice(0, Math.ceil(answer.body.length / 2)),
    }),
  }),
  seen: {
    at: async (visit) => (await acceptedCall(visit)).came,
    right: 'done',
    wrong: 'garbled',
  },
}
