import { readFileSync } from 'node:fs'

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { sigV4Canonical, sigV4SignatureOf, type SigV4Scope } from './sigv4-canonical.ts'
import { librarySignature } from './testing/library-signature.ts'
import type { Message } from './wire.ts'

interface Vectors extends Omit<SigV4Scope, 'at'> {
  readonly at: string
  readonly vectors: readonly {
    readonly name: string
    readonly request: Message
    readonly signedHeaders: readonly string[]
    readonly signature: string
  }[]
}

const file = new URL('../../fixtures/vectors/sigv4.json', import.meta.url)
const { vectors, at, ...keys } = JSON.parse(readFileSync(file, 'utf8')) as Vectors
const scope: SigV4Scope = { ...keys, at: new Date(at) }

test.each(vectors)('the published signature of $name is computed', ({ request, ...vector }) => {
  const canonical = sigV4Canonical(request, vector.signedHeaders)
  expect(sigV4SignatureOf(canonical, scope)).toBe(vector.signature)
})

const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  path: fc.webPath(),
  query: fc.webQueryParameters(),
  header: fc.stringMatching(/^[ -~]{0,20}$/u),
  body: fc.string({ unit: 'grapheme' }),
})

test("whatever the vendor's library signs is recomputed here", async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, query, header, body }) => {
      const message: Message = {
        method,
        path: `${path.startsWith('/') ? path : `/${path}`}${query === '' ? '' : `?${query}`}`,
        headers: { host: 'h', 'x-amz-date': '20150830T123600Z', 'x-amz-more': header },
        body,
      }
      const names = ['host', 'x-amz-date', 'x-amz-more']
      const own = sigV4SignatureOf(sigV4Canonical(message, names), scope)
      expect(await librarySignature(message, names, scope)).toBe(own)
    }),
    { numRuns: 300, seed: 5 },
  )
})
