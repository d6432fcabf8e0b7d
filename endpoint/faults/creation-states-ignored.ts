import { founded, created } from '../fault-kit/arrange.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists creations of every state whichever were asked for. */
export const creationStatesIgnored: KnownFault = {
  name: 'creation-states-ignored',
  description: 'lists creations of every state whichever were asked for',
  breaks: { aws: ['C15'], huawei: ['R61'] },
  alter: hearing('listAccountCreations', () => ({ states: undefined })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await created(visit)
      return (await visit.boss.listAccountCreations({ states: ['failed'] })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
