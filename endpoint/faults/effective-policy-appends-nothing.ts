import { effectOn, lined, readingContents, tagPolicyOn } from '../fault-kit/effects.ts'
import type { KnownFault } from '../fault.ts'

const valued = (operator: string, value: string): string =>
  JSON.stringify({
    tags: { stage: { tag_key: { '@@assign': 'stage' }, tag_value: { [operator]: [value] } } },
  })

/** Takes what a policy appends for all that there is. */
export const effectivePolicyAppendsNothing: KnownFault = {
  name: 'effective-policy-appends-nothing',
  description: 'takes what a policy appends for all that there is',
  breaks: { aws: ['K29'], huawei: ['N50'] },
  alter: readingContents((content) => content.replaceAll('"@@append"', '"@@assign"')),
  seen: {
    at: async (visit) => {
      const { root, inner, account } = await lined(visit)
      await tagPolicyOn(visit, root, valued('@@assign', 'above'))
      await tagPolicyOn(visit, inner, valued('@@append', 'below'))
      const effect = await effectOn(visit, account)
      return ['above', 'below'].map((value) => effect.includes(value))
    },
    right: [true, true],
    wrong: [false, true],
  },
}
