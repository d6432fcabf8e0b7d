import { founded, unitIn } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Counts units that were deleted among those that a search finds. */
export const searchFindsTheDeleted: KnownFault = {
  name: 'search-finds-the-deleted',
  description: 'counts units that were deleted among those that a search finds',
  breaks: { huawei: ['R26', 'R158'] },
  alter: (steps) => {
    const gone = new Map<string, number>()
    const deleting = noticing('deleteUnit', ({ command: { caller } }) => {
      gone.set(caller, (gone.get(caller) ?? 0) + 1)
    })
    const counting = telling('countTaggedResources', ({ total }, { args, command }) => ({
      total: total + (args.kind === 'unit' ? (gone.get(command.caller) ?? 0) : 0),
    }))
    return altering(deleting, counting)(steps)
  },
  seen: {
    at: async (visit) => {
      await visit.boss.deleteUnit({ unit: await unitIn(visit, await founded(visit)) })
      return (await visit.boss.countTaggedResources({ kind: 'unit' })).result.total
    },
    right: 0,
    wrong: 1,
  },
}
