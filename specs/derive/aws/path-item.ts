import type { Json, JsonObject } from '../../contract/json.ts'
import { cite } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import { commonError } from './exception-schema.ts'
import type { Operation } from './operation.ts'

/** What an operation's entry needs to know about the whole page. */
export interface PathContext {
  readonly document: SourceDocument
  /** The prefix of the target header's value, without the dot. */
  readonly target: string
  readonly paginated: readonly string[]
}

const mediaType = 'application/x-amz-json-1.1'

/** Internal errors are the only ones that a server error status carries. */
const serverError = 'ServiceException'

const targetHeader = 'X-Amz-Target'

/**
 * The path item of an operation. All operations share `POST /`; the fragment in the path key is never sent
 * and only keeps the keys apart. It repeats the target header, which selects the operation.
 */
export function pathItem(
  context: PathContext,
  operation: Operation,
): readonly [string, JsonObject] {
  const target = `${context.target}.${operation.name}`
  return [
    `/#${targetHeader}=${target}`,
    {
      post: {
        operationId: operation.name,
        summary: inWords(operation.name),
        parameters: [
          {
            name: targetHeader,
            in: 'header',
            required: true,
            schema: { type: 'string', const: target },
          },
        ],
        requestBody: { required: true, content: content(reference(`${operation.name}Request`)) },
        responses: responses(operation),
        ...extensions(context, operation),
      },
    },
  ]
}

/** An operation's name as words: `ListAWSServiceAccess` → `List AWS service access`. */
const inWords = (name: string): string =>
  name
    .split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/u)
    .map((word, at) => (at > 0 && /[a-z]/u.test(word) ? word.toLowerCase() : word))
    .join(' ')

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

const content = (schema: JsonObject): JsonObject => ({ [mediaType]: { schema } })

const anyOf = (names: readonly string[]): JsonObject => ({ anyOf: names.map(reference) })

const responses = ({ name, exceptions }: Operation): JsonObject => {
  const refusals = exceptions.filter((exception) => exception.name !== serverError)
  return {
    '200': {
      description: 'The operation was carried out.',
      content: content(reference(`${name}Response`)),
    },
    '4XX': {
      description: 'The operation was refused.',
      content: content(anyOf([...refusals.map((exception) => exception.name), commonError])),
    },
    ...(refusals.length < exceptions.length && {
      '5XX': {
        description: 'The service failed.',
        content: content(anyOf([serverError, commonError])),
      },
    }),
  }
}

const extensions = (context: PathContext, operation: Operation): JsonObject => {
  const { document } = context
  const { name, sections, caller, exceptions, examples } = operation
  return {
    'x-citation': cite(document.lines, sections.span),
    'x-caller': caller.caller,
    ...(caller.citation !== undefined && { 'x-caller-citation': caller.citation }),
    ...(context.paginated.includes(name) && { 'x-pagination': pagination(document, operation) }),
    'x-errors': exceptions.map((exception) => exception.name),
    'x-error-citations': Object.fromEntries(
      exceptions.map((exception) => [exception.name, exception.citation]),
    ),
    ...(examples.length > 0 && {
      'x-examples': examples.map(({ call, result }): Json => ({
        call,
        ...(result !== undefined && { result }),
      })),
    }),
  }
}

/** A listed operation takes and yields a token, and yields exactly one list. */
const pagination = (document: SourceDocument, operation: Operation): JsonObject => {
  const inputs = operation.input.map(({ syntax }) => syntax.name)
  const outputs = operation.output.map(({ syntax }) => syntax.name)
  const lists = operation.output.filter(({ syntax }) => syntax.shape.kind === 'list')
  const items = lists[0]?.syntax.name
  const token = 'NextToken'
  if (
    items === undefined ||
    lists.length > 1 ||
    !inputs.includes(token) ||
    !outputs.includes(token)
  ) {
    throw documentError(
      document,
      operation.sections.resultSyntax,
      `one list and ${token}, in and out`,
    )
  }
  const size = inputs.includes('MaxResults') ? { size: 'MaxResults' } : {}
  return { token, next: token, ...size, items }
}
