import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Takes role names that are reserved for the vendor. */
export const reservedRoleNameAccepted: KnownFault = {
  name: 'reserved-role-name-accepted',
  description: 'takes role names that are reserved for the vendor',
  breaks: { aws: ['C6'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const { reservedRolePrefix: _, ...rules } = context.rules
      return decide(world, command, { ...context, rules })
    },
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const asked = { name: 'Made', email: 'made@example.org', role: 'AWSServiceRoleForAll' }
      return (await visit.boss.createAccount(asked)).came
    },
    right: 'roleNameReserved',
    wrong: 'done',
  },
}
