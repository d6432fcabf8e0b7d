import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Accepts the closing of the management account. */
export const managementCanBeClosed: KnownFault = {
  name: 'management-can-be-closed',
  description: 'accepts the closing of the management account',
  breaks: { aws: ['C18'] },
  alter: forgiving(['closeManagement'], () => done({})),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.closeAccount({ account: visit.boss.id })).came
    },
    right: 'closeManagement',
    wrong: 'done',
  },
}
