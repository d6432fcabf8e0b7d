import { founded, unitIn } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Tells of units that were deleted that they use up the quota. */
export const quotasCountTheDeleted: KnownFault = {
  name: 'quotas-count-the-deleted',
  description: 'tells of units that were deleted that they use up the quota',
  breaks: { huawei: ['N39'] },
  alter: (steps) => {
    const gone = new Map<string, number>()
    const deleting = noticing('deleteUnit', ({ command: { caller } }) => {
      gone.set(caller, (gone.get(caller) ?? 0) + 1)
    })
    const counting = telling('listQuotas', (page, { command: { caller } }) => ({
      ...page,
      items: page.items.map((quota) =>
        quota.kind === 'unit' ? { ...quota, used: quota.used + (gone.get(caller) ?? 0) } : quota,
      ),
    }))
    return altering(deleting, counting)(steps)
  },
  seen: {
    at: async (visit) => {
      await visit.boss.deleteUnit({ unit: await unitIn(visit, await founded(visit)) })
      const { items } = (await visit.boss.listQuotas({})).result
      return items.find(({ kind }) => kind === 'unit')?.used
    },
    right: 0,
    wrong: 1,
  },
}
