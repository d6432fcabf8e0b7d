import type { JsonObject } from '../../specs/contract/json.ts'
import { refusedCall } from '../fault-kit/any-call.ts'
import { founded } from '../fault-kit/arrange.ts'
import { optionalMembers } from '../rewrite.ts'
import { bodyObject, framing, rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes null where a member that may be absent is, in what is refused as in what is answered. */
export const nullsForAbsentMembers: KnownVariant = {
  name: 'nulls-for-absent-members',
  description: 'answers with null for every member that may be absent and is',
  evidence: {
    aws: ['Smithy AWS JSON 1.1 protocol, null in structures'],
  },
  alter: (steps, setting) => ({
    ...rewriting(() => ({
      object: (object, schema) => ({ ...nulls(optionalMembers(schema)), ...object }),
    }))(steps, setting),
    ...framing((answer) => {
      const body = answer.status < 400 ? undefined : bodyObject(answer)
      if (body === undefined) return answer
      return { ...answer, body: JSON.stringify({ ...nulls(ofErrors), ...body }) }
    })(steps, setting),
  }),
  seen: {
    at: async (visit) => {
      const { answer: refused } = await refusedCall(visit)
      await founded(visit)
      const { answer: done } = await visit.boss.listAccounts({})
      return [done.body.includes('"NextToken":null'), refused.body.includes('"Reason":null')]
    },
    quiet: [false, false],
    varied: [true, true],
  },
}

/** What an error may have beside its name. */
const ofErrors = ['Message', 'Reason']

const nulls = (names: readonly string[]): JsonObject =>
  Object.fromEntries(names.map((name) => [name, null]))
