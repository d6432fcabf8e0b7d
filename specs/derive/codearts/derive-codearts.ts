import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import { deriveManual } from '../huawei/derive-manual.ts'
import type { Manual } from '../huawei/manual.ts'
import { openDocument } from '../source-document.ts'

/** The API reference that `deriveCodearts` reads. */
export const codeartsDocumentFile = '003_468a54634c4d5529.txt'

/** The publisher's other manuals have the same grammar. A token or a signature authenticates. */
export const codeartsManual: Manual = {
  file: codeartsDocumentFile,
  debugging: 'Calling Method',
  errorCode: /^UC\.\d{8}$/u,
  actions: undefined,
  history: '7 Change History',
  credentials: ['X-Auth-Token'],
  securitySchemes: {
    token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token', description: 'token of a user' },
    signature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'SDK-HMAC-SHA256',
    },
  },
  security: [{ token: [] }, { signature: [] }],
}

/**
 * Derives the OpenAPI 3.1 document of CodeArts' VPC endpoint management from its API reference of 2025-12-18.
 * The same text yields the same document. Throws with file and line when the text is not that manual.
 */
export function deriveCodearts(text: string): OpenApiDocument {
  return deriveManual(openDocument(text, codeartsManual.file), codeartsManual)
}
