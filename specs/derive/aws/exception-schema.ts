import type { JsonObject } from '../../contract/json.ts'
import { cite } from '../citation.ts'
import type { SourceDocument } from '../source-document.ts'
import type { Exception } from './exception-merge.ts'

/** The name of the schema of an error that the page does not list: those of the protocol, which any operation may answer. */
export const commonError = 'CommonError'

const protocol = 'AWS JSON 1.1, operation error serialization'

/** A namespace may stand before the name of an error, and an URI behind it. */
const typePattern = (name: string): string => `^(?:.*#)?${name}(?::.*)?$`

/** The schema of an error that is none of the page's exceptions. */
export function commonErrorSchema(exceptions: readonly string[]): JsonObject {
  const listed = typePattern(`(?:${exceptions.join('|')})`)
  return {
    type: 'object',
    required: ['__type'],
    properties: {
      __type: { type: 'string', not: { pattern: listed } },
      Message: { type: 'string' },
      message: { type: 'string' },
    },
    'x-protocol': protocol,
  }
}

/**
 * The schema of an exception. `__type` is the wire's own member (AWS JSON 1.1: the shape's name, with an
 * optional namespace before `#` and an optional URI after `:`). A reason stays open beside the documented
 * codes: the page says itself that services add to such lists.
 */
export function exceptionSchema(document: SourceDocument, exception: Exception): JsonObject {
  const members = exception.members.map(({ name, span }): readonly [string, JsonObject] => [
    name,
    { type: 'string', 'x-citation': cite(document.lines, span) },
  ])
  return {
    type: 'object',
    properties: {
      __type: {
        type: 'string',
        pattern: typePattern(exception.name),
        'x-protocol': protocol,
      },
      ...Object.fromEntries(members),
      ...(exception.reasons.length > 0 && { Reason: reasonSchema(document, exception) }),
    },
    'x-citation': exception.citation,
  }
}

const reasonSchema = (document: SourceDocument, { reasons }: Exception): JsonObject => {
  const from = reasons[0]?.citation.lines[0] ?? 1
  const to = reasons.at(-1)?.citation.lines[1] ?? from
  return {
    anyOf: [{ type: 'string', enum: reasons.map(({ code }) => code) }, { type: 'string' }],
    'x-citation': cite(document.lines, { from, to }),
    'x-reason-citations': Object.fromEntries(reasons.map(({ code, citation }) => [code, citation])),
  }
}
