import { founded } from '../fault-kit/arrange.ts'
import { optionalMembers, rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes null where a member that may be absent is. */
export const nullsForAbsentMembers: KnownVariant = {
  name: 'nulls-for-absent-members',
  description: 'answers with null for every member that may be absent and is',
  evidence: {
    aws: ['Smithy AWS JSON 1.1 protocol, null in structures'],
  },
  alter: rewriting(() => ({
    object: (object, schema) => ({
      ...Object.fromEntries(optionalMembers(schema).map((name) => [name, null])),
      ...object,
    }),
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { answer } = await visit.boss.listAccounts({})
      return answer.body.includes('"NextToken":null')
    },
    quiet: false,
    varied: true,
  },
}
