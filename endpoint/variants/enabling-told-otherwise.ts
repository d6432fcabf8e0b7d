import type { Root } from '../../specs/vocabulary/nouns.ts'
import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers the switching on of a policy type with the types that were on before. */
export const enablingToldOtherwise: KnownVariant = {
  name: 'enabling-told-otherwise',
  description: 'answers the switching on of a policy type with the types that were on before',
  evidence: { aws: ['O142'], huawei: ['H5'] },
  alter: telling('enablePolicyType', (root: Root, { args }) => ({
    ...root,
    policyTypes: (root.policyTypes ?? []).filter(({ type }) => type !== args.type),
  })),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const { result } = await visit.boss.enablePolicyType({ root, type: 'tag' })
      return result.policyTypes?.some(({ type }) => type === 'tag')
    },
    quiet: true,
    varied: false,
  },
}
