import type { Fault } from '../fault.ts'

/** Takes role names that are reserved for the vendor. */
export const reservedRoleNameAccepted: Fault = {
  name: 'reserved-role-name-accepted',
  description: 'takes role names that are reserved for the vendor',
  breaks: { aws: ['C6'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const { reservedRolePrefix: _, ...rules } = context.rules
      return decide(world, command, { ...context, rules })
    },
  }),
}
