import { populated } from '../fault-kit/arrange.ts'
import { emptying } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Puts the accounts of a unit into the root when it is renamed. */
export const renamingEmptiesTheUnit: KnownFault = {
  name: 'renaming-empties-the-unit',
  description: 'puts the accounts of a unit into the root when it is renamed',
  breaks: { aws: ['B8'], huawei: ['R50'], tencent: ['A20', 'R25'] },
  alter: emptying('renameUnit'),
  seen: {
    at: async (visit) => {
      const { unit } = await populated(visit)
      await visit.boss.renameUnit({ unit, name: 'Other' })
      return (await visit.boss.listAccountsIn({ parent: unit })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
