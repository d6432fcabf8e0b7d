import type { Vendor } from '../specs/vendor/vendor.ts'
import type { Answer, Message } from '../specs/wire/wire.ts'
import type { Answering } from './answering.ts'
import { explainer } from './explain.ts'

/** A server without a service: it does nothing, or the same to everything. */
export interface Degenerate extends Answering {
  /** what it answers */
  readonly name: string
}

/**
 * Servers that no check may take for an endpoint of the vendor. What they say in the vendor's own words is a
 * refusal that is right now and then, so that a check that looks at the code alone is found out.
 */
export function degeneratesOf(vendor: Vendor): readonly Degenerate[] {
  const framed = vendor.wire.refuse(
    { ...vendor.referenceEndpoint.internalError, message: '' },
    sameId,
  )
  const as = (status: number, body: string): Answer => ({ ...framed, status, body })
  return [
    byMessage('success without a word', (message) => emptySuccess(vendor, message)),
    always('an empty object', as(200, '{}')),
    always('no content', as(204, '')),
    always('a bad request without a word', as(400, '{}')),
    ...refusing(vendor, 'accessDenied').map((answer) => always('one declared error', answer)),
    ...refusing(vendor, 'invalid.pattern').map((answer) => always('one validation error', answer)),
    always('a crash', page(500, '<html>oops</html>')),
    always('a web page', page(200, '<!doctype html><title>hello</title>')),
    byMessage('the request itself', ({ body }) => as(200, body)),
    inTurn('anything in turn', as),
  ]
}

const sameId = 'always-the-same'

const byMessage = (name: string, reply: (message: Message) => Answer): Degenerate => ({
  name,
  answer: async (message) => reply(message),
  tooLarge: () => ({ status: 413, headers: {}, body: '' }),
})

const always = (name: string, answer: Answer): Degenerate => byMessage(name, () => answer)

const page = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body,
})

/** A success in the protocol of the vendor, with nothing in it; messages that say nothing succeed too. */
const emptySuccess = ({ wire }: Vendor, message: Message): Answer => {
  const heard = wire.hear(message)
  return wire.answer('problem' in heard ? '' : heard.operation, {}, sameId)
}

/** A mistake in the vendor's words, as the first operation says it that has any. */
const refusing = (
  vendor: Vendor,
  refusal: 'accessDenied' | 'invalid.pattern',
): readonly Answer[] => {
  const explain = explainer(vendor)
  const errors = [...vendor.contract.operations.keys()].flatMap(
    (operation) => explain({ refusal, detail: 'no', operation }) ?? [],
  )
  return errors.slice(0, 1).map((error) => vendor.wire.refuse(error, sameId))
}

/** Well-formed and broken bodies one after the other, every second one a success. */
const inTurn = (name: string, as: (status: number, body: string) => Answer): Degenerate => {
  const bodies = ['[]', 'null', '"text"', '{"NextToken":"x"}', '{"a":{"b":[1]}}', '{', '']
  let served = 0
  return byMessage(name, () => {
    served += 1
    return as(served % 2 === 0 ? 200 : 400, bodies[served % bodies.length] ?? '')
  })
}
