import { withRules } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Founds organizations without any policy type enabled. */
export const foundingTypesDisabled: KnownFault = {
  name: 'founding-types-disabled',
  description: 'founds organizations without any policy type enabled',
  breaks: { aws: ['A2'], huawei: ['R126'] },
  alter: withRules(() => ({ foundingTypes: [] })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listRoots({})).result.items[0]?.policyTypes?.length ?? 0
    },
    right: 1,
    wrong: 0,
  },
}
