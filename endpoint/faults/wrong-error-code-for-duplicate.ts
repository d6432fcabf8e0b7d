import type { Fault } from '../fault.ts'

/** Answers a duplicate unit name as if the parent did not exist. */
export const wrongErrorCodeForDuplicate: Fault = {
  name: 'wrong-error-code-for-duplicate',
  description: 'answers a duplicate unit name as if the parent did not exist',
  breaks: { aws: ['B3'], huawei: ['R42'], tencent: ['S18'] },
  alter: ({ explain }) => ({
    explain: (refused) =>
      explain(
        refused.refusal === 'unitNameTaken' ? { ...refused, refusal: 'parentNotFound' } : refused,
      ),
  }),
}
