import type { Fault } from '../fault.ts'

/** Answers every success with an empty object. */
export const emptySuccess: Fault = {
  name: 'empty-success',
  description: 'answers every success with an empty object',
  breaks: {
    aws: ['contract/aws/*/minimal/yields'],
    huawei: ['contract/huawei/*/minimal/yields'],
    tencent: ['contract/tencent/*/minimal/yields'],
    codearts: ['contract/codearts/*/minimal/yields'],
  },
  alter: () => ({ write: () => ({}) }),
}
