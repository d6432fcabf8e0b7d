import { founded } from '../fault-kit/arrange.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Counts the entries of an empty page as null. */
export const nullCounts: KnownVariant = {
  name: 'null-counts',
  description: 'counts the entries of an empty page as null',
  evidence: {
    huawei: ['H16'],
  },
  alter: rewriting(() => ({
    object: (object) =>
      object['current_count'] === 0 ? { ...object, current_count: null } : object,
  })),
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const { answer } = await visit.boss.listUnits({ parent })
      return answer.body.includes('"current_count":null')
    },
    quiet: false,
    varied: true,
  },
}
