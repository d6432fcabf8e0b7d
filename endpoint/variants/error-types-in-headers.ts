import { misshapenCall } from '../fault-kit/any-call.ts'
import { bodyObject, framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Says the type of an error in a header, too. */
export const errorTypesInHeaders: KnownVariant = {
  name: 'error-types-in-headers',
  description: 'says the type of an error in a header beside the body',
  evidence: {
    aws: ['Smithy AWS JSON 1.1 protocol, operation error serialization'],
  },
  alter: framing((answer) => {
    const type = bodyObject(answer)?.['__type']
    if (typeof type !== 'string') return answer
    const said = `${type}:http://internal.amazon.com/coral/com.amazonaws.organizations/`
    return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': said } }
  }),
  seen: {
    at: async (visit) => {
      const { headers } = (await misshapenCall(visit)).answer
      return headers['x-amzn-errortype']?.startsWith('InvalidInputException:') === true
    },
    quiet: false,
    varied: true,
  },
}
