import { founded, unitIn } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Answers a duplicate unit name as if the parent did not exist. */
export const wrongErrorCodeForDuplicate: KnownFault = {
  name: 'wrong-error-code-for-duplicate',
  description: 'answers a duplicate unit name as if the parent did not exist',
  breaks: { aws: ['B3'], huawei: ['R42'], tencent: ['S18'] },
  alter: ({ explain }) => ({
    explain: (refused) =>
      explain(
        refused.refusal === 'unitNameTaken' ? { ...refused, refusal: 'parentNotFound' } : refused,
      ),
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await unitIn(visit, root, 'Same')
      return (await visit.boss.createUnit({ parent: root, name: 'Same' })).came
    },
    right: 'unitNameTaken',
    wrong: 'parentNotFound',
  },
}
