import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, joined, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Moves an account whatever parent it is said to come from. */
export const moveIgnoresSource: KnownFault = {
  name: 'move-ignores-source',
  description: 'moves an account whatever parent it is said to come from',
  breaks: { aws: ['B12'], huawei: ['R78'] },
  alter: forgiving(['sourceParentNotFound'], (moment) => {
    const { args } = moment.command
    const account = 'account' in args ? args.account : ''
    return decideWith(moment, { from: organizationOf(moment)?.members.get(account)?.parent })
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const account = await joined(visit)
      const [from, to] = ['ou-zzzz-zzzzzzzz', await unitIn(visit, root, 'To')]
      return (await visit.boss.moveAccount({ account, from, to })).came
    },
    right: 'sourceParentNotFound',
    wrong: 'done',
  },
}
