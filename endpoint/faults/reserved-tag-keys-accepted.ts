import type { Fault } from '../fault.ts'

/** Takes tag keys that are reserved for the vendor. */
export const reservedTagKeysAccepted: Fault = {
  name: 'reserved-tag-keys-accepted',
  description: 'takes tag keys that are reserved for the vendor',
  breaks: { aws: ['H5'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const { reservedTagPrefix: _, ...rules } = context.rules
      return decide(world, command, { ...context, rules })
    },
  }),
}
