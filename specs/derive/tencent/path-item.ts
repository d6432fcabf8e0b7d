import type { JsonObject } from '../../contract/json.ts'
import actionErrors from './action-errors.json' with { type: 'json' }
import type { ErrorTables } from './error-table.ts'
import type { CiteSymbol } from './sdk-schema.ts'

/** What an action's entry needs to know besides its name. */
export interface PathContext {
  readonly version: string
  readonly tables: ErrorTables
  readonly cite: CiteSymbol
}

const mediaType = 'application/json'

const actionHeader = 'X-TC-Action'

/**
 * The path item of an action. All actions share `POST /` (and `GET /` with the input in the query);
 * the fragment in the path key is never sent and only keeps the keys apart. Two headers select the
 * action, which the fragment repeats, and the version. Throws when an action has no list of codes, or a code is in no table.
 */
export function pathItem(action: string, context: PathContext): readonly [string, JsonObject] {
  return [
    `/#${actionHeader}=${action}`,
    {
      post: {
        operationId: action,
        summary: inWords(action),
        parameters: [header(actionHeader, action), header('X-TC-Version', context.version)],
        requestBody: {
          required: true,
          content: { [mediaType]: { schema: reference(`${action}Request`) } },
        },
        responses: {
          '200': {
            description: 'The action was carried out, or refused: the frame says which.',
            content: { [mediaType]: { schema: frame(action) } },
          },
        },
        'x-citation': context.cite(action),
        ...errorsOf(action, context),
      },
    },
  ]
}

const header = (name: string, value: string): JsonObject => ({
  name,
  in: 'header',
  required: true,
  schema: { type: 'string', const: value },
})

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

/** Outputs and errors travel in one object; `x-output` says what a success holds in it. */
const frame = (action: string): JsonObject => ({
  type: 'object',
  required: ['Response'],
  properties: {
    Response: {
      anyOf: [
        {
          ...reference(`${action}Response`),
          not: { properties: { Error: {} }, required: ['Error'] },
        },
        reference('ErrorResponse'),
      ],
    },
  },
  'x-output': reference(`${action}Response`),
})

/** An action's name as words: `ListOrganizationNodes` → `List organization nodes`. */
const inWords = (action: string): string =>
  action
    .split(/(?=[A-Z])/u)
    .map((word, at) => (at > 0 ? word.toLowerCase() : word))
    .join(' ')

/** Where each code is defined; which action may answer it, the vendor's SDK alone says. */
const errorsOf = (action: string, { tables }: PathContext): JsonObject => {
  const lists: Readonly<Record<string, readonly string[]>> = actionErrors.actions
  const codes = lists[action]
  if (codes === undefined) throw new Error(`action-errors.json has no list for ${action}`)
  const known = new Map(
    [...tables.common, ...tables.service].map(({ code, citation }) => [code, citation]),
  )
  const citations = codes.map((code) => {
    const citation = known.get(code)
    if (citation === undefined) throw new Error(`${action}: the document has no code ${code}`)
    return [code, citation] as const
  })
  return {
    'x-errors': codes,
    'x-errors-source': { kind: 'sdk', source: `${actionErrors.source} ${action}` },
    'x-error-citations': Object.fromEntries(citations),
  }
}
