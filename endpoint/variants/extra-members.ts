import { type JsonObject } from '../../specs/contract/json.ts'
import { acceptedCall, misshapenCall } from '../fault-kit/any-call.ts'
import { bodyObject, framing, rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers with members that the contract does not know, in every object that has any. */
export const extraMembers: KnownVariant = {
  name: 'extra-members',
  description: 'answers with members that nobody knows yet, in every object that has any',
  evidence: {
    aws: ['O44', 'O120'],
    huawei: ['H31', 'H42', 'H60'],
    codearts: ['C5'],
  },
  alter: (steps, setting) => ({
    ...rewriting(() => ({ object: extended }))(steps, setting),
    ...framing((answer) => {
      const body = answer.status < 400 ? undefined : bodyObject(answer)
      return body === undefined ? answer : { ...answer, body: JSON.stringify(extended(body)) }
    })(steps, setting),
  }),
  seen: {
    at: async (visit) => {
      const { answer: done } = await acceptedCall(visit)
      const { answer: refused } = await misshapenCall(visit)
      return [done, refused].map(({ body }) => body.includes('NewerMember'))
    },
    quiet: [false, false],
    varied: [true, true],
  },
}

/** Of an answer that has no members nobody says that it ever got any. */
const extended = (object: JsonObject): JsonObject =>
  Object.keys(object).length === 0
    ? object
    : { ...object, NewerMember: { Name: 'orgproof', Parts: [1, true, null, 'ü'] } }
