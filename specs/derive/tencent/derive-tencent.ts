import type { JsonObject } from '../../contract/json.ts'
import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import { openDocument, type SourceDocument } from '../source-document.ts'
import { readErrorTables, type ErrorTables } from './error-table.ts'
import { pathItem } from './path-item.ts'
import { readSdkActions, type SdkService } from './sdk-actions.ts'
import { readSdkModels, type SdkModel } from './sdk-models.ts'
import { sdkSchema, type CiteSymbol } from './sdk-schema.ts'

/** The document that `deriveTencent` reads. */
export const tencentDocumentFile = '001_eccd419a0cd351db.txt'

const service = 'tencentcloud-sdk-nodejs/tencentcloud/services/organization/v20181225'

/** The files of the vendor's SDK that it reads beside the document, in the order it takes them. */
export const tencentSdkFiles: readonly [string, string, string] = [
  'tencentcloud-sdk-nodejs/package.json',
  `${service}/organization_models.d.ts`,
  `${service}/organization_client.js`,
]

/**
 * Derives the OpenAPI 3.1 document of Tencent Cloud organization 2018-12-25: the codes from the text
 * of its error page, the shapes from the vendor's own SDK. The same texts yield the same document,
 * byte for byte. Throws with file and line when a text is not what it should be, or not whole.
 */
export function deriveTencent(text: string, companions: readonly string[]): OpenApiDocument {
  const [manifest = '', types = '', client = ''] = companions
  const document = openDocument(text, tencentDocumentFile)
  const tables = readErrorTables(document)
  const sdk: Sdk = {
    version: versionOf(manifest),
    types: openDocument(types, 'organization_models.d.ts'),
    client: openDocument(client, 'organization_client.js'),
  }
  return describe({ document, tables, sdk })
}

interface Sdk {
  readonly version: string
  readonly types: SourceDocument
  readonly client: SourceDocument
}

interface Sources {
  readonly document: SourceDocument
  readonly tables: ErrorTables
  readonly sdk: Sdk
}

const versionOf = (manifest: string): string => {
  const [, version] = /"version": "([\d.]+)"/u.exec(manifest) ?? []
  if (version === undefined) throw new Error('package.json of the SDK states no version')
  return version
}

const describe = ({ document, tables, sdk }: Sources): OpenApiDocument => {
  const named = readSdkActions(sdk.client)
  const models = readSdkModels(sdk.types)
  ensureComplete(named, models)
  const context = { version: named.version, tables, cite: citer(sdk, sdk.client) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tencent Cloud organization',
      version: named.version,
      // Of this description, not of the page or the package: it holds facts and no sentence of them.
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
      'x-document': { file: document.file, sha256: document.sha256, lines: document.lines.length },
    },
    servers: [{ url: `https://${named.host}` }],
    security: [{ tc3: [] }],
    paths: Object.fromEntries(named.actions.map((action) => pathItem(action, context))),
    'x-error-codes': Object.fromEntries(
      [...tables.common, ...tables.service].map(({ code, citation }) => [code, citation]),
    ),
    components: {
      schemas: schemasOf(models, citer(sdk, sdk.types)),
      securitySchemes: {
        tc3: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'TC3-HMAC-SHA256',
        },
      },
    },
  }
}

const citer =
  ({ version }: Sdk, { file, sha256 }: SourceDocument): CiteSymbol =>
  (symbol) => ({
    kind: 'sdk',
    source: `tencentcloud-sdk-nodejs@${version} ${file} ${symbol}`,
    sha256,
  })

/** Every action has a request and a response, and every other type is held by one of them. */
const ensureComplete = ({ actions }: SdkService, models: readonly SdkModel[]): void => {
  const names = new Set(models.map(({ name }) => name))
  const wanted = actions.flatMap((action) => [`${action}Request`, `${action}Response`])
  const missing = wanted.filter((name) => !names.has(name))
  if (missing.length > 0) throw new Error(`the SDK has no type ${missing.join(', ')}`)
  const held = models.flatMap(({ members }) =>
    members.flatMap(({ type }) => (typeof type.of === 'object' ? [type.of.name] : [])),
  )
  const used = new Set([...wanted, ...held])
  const unused = [...names].filter((name) => !used.has(name))
  const unknown = held.filter((name) => !names.has(name))
  if (unused.length > 0) throw new Error(`nothing in the SDK uses the type ${unused.join(', ')}`)
  if (unknown.length > 0) throw new Error(`the SDK has no type ${unknown.join(', ')}`)
}

const schemasOf = (models: readonly SdkModel[], cite: CiteSymbol): Record<string, JsonObject> =>
  Object.fromEntries(
    [
      ...models.map((model) => [model.name, sdkSchema(model, cite)] as const),
      ['ErrorResponse', errorResponse] as const,
    ].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )

/** What `Response` holds instead of an output (the page shows one in lines 61 to 69). */
const errorResponse: JsonObject = {
  type: 'object',
  required: ['Error', 'RequestId'],
  properties: {
    Error: {
      type: 'object',
      required: ['Code', 'Message'],
      properties: { Code: { type: 'string' }, Message: { type: 'string' } },
    },
    RequestId: { type: 'string' },
  },
  'x-protocol': 'Tencent API 3.0, error envelope',
}
