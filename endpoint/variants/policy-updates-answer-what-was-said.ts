import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers an update of a policy with the name and the description only where the request gave them. */
export const policyUpdatesAnswerWhatWasSaid: KnownVariant = {
  name: 'policy-updates-answer-what-was-said',
  description:
    'answers an update of a policy with its name and description only where they were given',
  evidence: {
    aws: ['O138'],
  },
  alter: ({ write }) => ({
    write: (output, heard) => {
      const written = write(output, heard)
      const { Policy: policy } = written
      if (heard.operation !== 'UpdatePolicy' || !isObject(policy)) return written
      return { ...written, Policy: { ...policy, PolicySummary: said(policy, heard.input) } }
    },
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'One')
      const { answer } = await visit.boss.updatePolicy({ policy, name: 'Two' })
      return [answer.body.includes('"Name"'), answer.body.includes('"Description"')]
    },
    quiet: [true, true],
    varied: [true, false],
  },
}

const said = ({ PolicySummary: summary = {} }: JsonObject, input: Json): JsonObject => {
  const given = isObject(input) ? input : {}
  const kept = Object.entries(isObject(summary) ? summary : {}).filter(
    ([name]) => (name !== 'Name' && name !== 'Description') || name in given,
  )
  return Object.fromEntries(kept)
}
