import type { Tag } from '../../specs/vocabulary/verbs.ts'
import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Tells of keys that were taken away as if they were in use. */
export const removedTagsStayInUse: KnownFault = {
  name: 'removed-tags-stay-in-use',
  description: 'tells of keys that were taken away as if they were in use',
  breaks: { huawei: ['R160'] },
  alter: (steps) => {
    const ever = new Map<string, readonly Tag[]>()
    const tagging = noticing('tagResource', ({ args: { tags }, command: { caller } }) => {
      ever.set(caller, [...(ever.get(caller) ?? []), ...tags])
    })
    const valuing = telling('listTagValues', (page, { command: { caller } }) => {
      const known = new Set(page.items.map(({ key }) => key))
      const gone = (ever.get(caller) ?? []).filter(({ key }) => !known.has(key))
      return {
        ...page,
        items: [...page.items, ...gone.map(({ key, value }) => ({ key, values: [value] }))],
      }
    })
    return altering(tagging, valuing)(steps)
  },
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      await visit.boss.tagResource({ resource, tags: [{ key: 'a', value: '1' }] })
      await visit.boss.untagResource({ resource, keys: ['a'] })
      return (await visit.boss.listTagValues({ kind: 'root' })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
