import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Answers a status where no member is described. */
export const nothingToldAsAStatus: KnownFault = {
  name: 'nothing-told-as-a-status',
  description: 'answers a status where no member is described',
  breaks: {
    aws: ['endpoint/aws/*/answers-hold-nothing'],
    tencent: ['endpoint/tencent/*/answers-hold-nothing'],
  },
  alter: ({ write }) => ({
    write: (output, heard) => {
      const right = write(output, heard)
      return Object.keys(right).length === 0 ? { Status: 'DONE' } : right
    },
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.deleteOrganization({})).answer.body.includes('"Status"')
    },
    right: false,
    wrong: true,
  },
}
