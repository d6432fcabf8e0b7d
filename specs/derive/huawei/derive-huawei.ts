import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import { openDocument } from '../source-document.ts'
import { deriveManual } from './derive-manual.ts'
import type { Manual } from './manual.ts'

/** The API reference that `deriveHuawei` reads. */
export const huaweiDocumentFile = '002_4f8308788497c91b.txt'

/** Requests are signed with an access key, as section 3.2 says; temporary keys send their token along. */
export const huaweiManual: Manual = {
  file: huaweiDocumentFile,
  debugging: 'Debugging',
  errorCode: /^Organizations\.\d{4}$/u,
  actions: '5.2 Actions',
  history: 'A Change History',
  credentials: ['X-Security-Token'],
  securitySchemes: {
    signature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'SDK-HMAC-SHA256',
    },
    date: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Sdk-Date',
      description: 'time of the signature',
    },
  },
  security: [{ signature: [], date: [] }],
}

/**
 * Derives the OpenAPI 3.1 document of Huawei Cloud Organizations from its API reference of 2024-03-14. The same
 * text yields the same document. Throws with file and line when the text is not that manual, or not whole.
 */
export function deriveHuawei(text: string): OpenApiDocument {
  return deriveManual(openDocument(text, huaweiManual.file), huaweiManual)
}
