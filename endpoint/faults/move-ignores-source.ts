import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Moves an account whatever parent it is said to come from. */
export const moveIgnoresSource: Fault = {
  name: 'move-ignores-source',
  description: 'moves an account whatever parent it is said to come from',
  breaks: { aws: ['B12'], huawei: ['R78'] },
  alter: forgiving(['sourceParentNotFound'], (moment) => {
    const { args } = moment.command
    const account = 'account' in args ? args.account : ''
    return decideWith(moment, { from: organizationOf(moment)?.members.get(account)?.parent })
  }),
}
