import { effectOn, lined, readingContents, tagPolicyOn } from '../fault-kit/effects.ts'
import type { KnownFault } from '../fault.ts'

const valued = (operator: string, ...values: readonly string[]): string =>
  JSON.stringify({
    tags: { stage: { tag_key: { '@@assign': 'stage' }, tag_value: { [operator]: values } } },
  })

/** Leaves in effect what a policy removes. */
export const effectivePolicyRemovesNothing: KnownFault = {
  name: 'effective-policy-removes-nothing',
  description: 'leaves in effect what a policy removes',
  breaks: { aws: ['K29'], huawei: ['N50'] },
  alter: readingContents((content) => content.replaceAll('"@@remove"', '"@@nothing"')),
  seen: {
    at: async (visit) => {
      const { root, inner, account } = await lined(visit)
      await tagPolicyOn(visit, root, valued('@@assign', 'kept', 'gone'))
      await tagPolicyOn(visit, inner, valued('@@remove', 'gone'))
      const effect = await effectOn(visit, account)
      return ['kept', 'gone'].map((value) => effect.includes(value))
    },
    right: [true, false],
    wrong: [true, true],
  },
}
