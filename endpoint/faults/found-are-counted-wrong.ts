import { founded, unitIn } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Counts one more than is found. */
export const foundAreCountedWrong: KnownFault = {
  name: 'found-are-counted-wrong',
  description: 'counts one more than is found',
  breaks: { huawei: ['R26'] },
  alter: telling('countTaggedResources', ({ total }) => ({ total: total + 1 })),
  seen: {
    at: async (visit) => {
      await unitIn(visit, await founded(visit))
      return (await visit.boss.countTaggedResources({ kind: 'unit' })).result.total
    },
    right: 1,
    wrong: 2,
  },
}
