import { misshapenCall } from '../fault-kit/any-call.ts'
import { bodyObject, framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes the type of an error with its namespace. */
export const typesWithNamespace: KnownVariant = {
  name: 'types-with-namespace',
  description: 'writes the type of an error with its namespace',
  evidence: {
    aws: ['O117', 'Smithy AWS JSON 1.1 protocol, operation error serialization'],
  },
  alter: framing((answer) => {
    const body = bodyObject(answer)
    const type = body?.['__type']
    if (typeof type !== 'string') return answer
    return {
      ...answer,
      body: JSON.stringify({ ...body, __type: `com.amazonaws.organizations.v20161128#${type}` }),
    }
  }),
  seen: {
    at: async (visit) =>
      /"__type":"[^"]*#InvalidInputException"/u.test((await misshapenCall(visit)).answer.body),
    quiet: false,
    varied: true,
  },
}
