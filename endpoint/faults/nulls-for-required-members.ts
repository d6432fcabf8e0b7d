import { inviting } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'
import { requiredMembers, rewritten } from '../rewrite.ts'

/** Answers null for what must be there: for a client that is nothing at all. */
export const nullsForRequiredMembers: KnownFault = {
  name: 'nulls-for-required-members',
  description: 'answers with null for every member that must be there',
  breaks: { aws: ['contract/aws/*/answer/shape'], tencent: ['W9'] },
  alter: (steps, { contract }) =>
    rewritten(steps, contract, {
      object: (object, schema) => ({
        ...object,
        ...Object.fromEntries(requiredMembers(schema).map((name) => [name, null])),
      }),
    }),
  seen: {
    at: async ({ boss, guest }) => {
      const outcomes = [await boss.createOrganization({}), await inviting(boss, guest.id)]
      return outcomes.some(({ answer }) => answer.body.includes(':null'))
    },
    right: false,
    wrong: true,
  },
}
