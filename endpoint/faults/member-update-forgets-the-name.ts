import { founded, joined } from '../fault-kit/arrange.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Calls a member by its id when only the notes about it change. */
export const memberUpdateForgetsTheName: KnownFault = {
  name: 'member-update-forgets-the-name',
  description: 'calls a member by its id when only the notes about it change',
  breaks: { tencent: ['A19'] },
  alter: hearing('updateAccount', ({ account, name = account }) => ({ name })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      await visit.boss.updateAccount({ account, name: 'Neighbour' })
      await visit.boss.updateAccount({ account, notes: 'good' })
      return (await visit.boss.getAccount({ account })).result.name === 'Neighbour'
    },
    right: true,
    wrong: false,
  },
}
