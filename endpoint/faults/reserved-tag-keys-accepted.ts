import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Takes tag keys that are reserved for the vendor. */
export const reservedTagKeysAccepted: KnownFault = {
  name: 'reserved-tag-keys-accepted',
  description: 'takes tag keys that are reserved for the vendor',
  breaks: { aws: ['H5'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const { reservedTagPrefix: _, ...rules } = context.rules
      return decide(world, command, { ...context, rules })
    },
  }),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      return (await visit.boss.tagResource({ resource, tags: [{ key: 'aws:a', value: '' }] })).came
    },
    right: 'tagKeyReserved',
    wrong: 'done',
  },
}
