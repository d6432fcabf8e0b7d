import { withRules } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Founds organizations without any policy type enabled. */
export const foundingTypesOff: KnownVariant = {
  name: 'founding-types-off',
  description: 'founds organizations without any policy type enabled',
  evidence: { aws: ['O1', 'O35'], huawei: ['H4'] },
  alter: withRules(() => ({ foundingTypes: [] })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listRoots({})).result.items[0]?.policyTypes?.length ?? 0
    },
    quiet: 1,
    varied: 0,
  },
}
