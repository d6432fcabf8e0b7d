import { delegated } from '../fault-kit/arrange-services.ts'
import { unitIn } from '../fault-kit/arrange.ts'
import { letting } from '../fault-kit/letting.ts'
import type { KnownFault } from '../fault.ts'

/** Lets the delegated administrators of any service rename and delete units. */
export const delegateRebuildsTheTree: KnownFault = {
  name: 'delegate-rebuilds-the-tree',
  description: 'lets the delegated administrators of any service rename and delete units',
  breaks: { aws: ['J3'], huawei: ['R51', 'R53'] },
  alter: letting(['renameUnit', 'deleteUnit'], ({ delegations }, caller) =>
    delegations.some(({ account }) => account === caller),
  ),
  seen: {
    at: async (visit) => {
      await delegated(visit)
      const [root] = (await visit.boss.listRoots({})).result.items
      const unit = await unitIn(visit, root?.id ?? '')
      return (await visit.guest.renameUnit({ unit, name: 'Taken' })).came
    },
    right: 'accessDenied',
    wrong: 'done',
  },
}
