import { withRules } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

const short = [
  'unitDepth',
  'controlPoliciesPerTarget',
  'otherPoliciesPerTarget',
  'controlPolicyContent',
  'otherPolicyContent',
  'tagsPerResource',
] as const

/** Takes one less of everything that has a limit of its own than it says. */
export const limitsOneShort: KnownFault = {
  name: 'limits-one-short',
  description: 'takes one less of everything that has a limit of its own than it says',
  breaks: {
    aws: ['B1', 'E2', 'E14', 'H6'],
    huawei: ['R44', 'R19', 'R142', 'R153'],
    tencent: ['S16'],
  },
  alter: withRules(({ limits }) => ({
    limits: {
      ...limits,
      ...Object.fromEntries(
        short.flatMap((name) => {
          const right = limits[name]
          return right === undefined ? [] : [[name, right - 1]]
        }),
      ),
    },
  })),
  seen: {
    at: async (visit) => {
      let parent = await founded(visit)
      for (const name of ['1', '2', '3', '4']) parent = await unitIn(visit, parent, name)
      return (await visit.boss.createUnit({ parent, name: '5' })).came
    },
    right: 'done',
    wrong: 'unitDepthExceeded',
  },
}
