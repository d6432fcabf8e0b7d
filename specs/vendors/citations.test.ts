import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

import type { SdkCitation } from '../contract/citation.ts'
import type { Json, JsonObject } from '../contract/json.ts'
import { checkCitations } from '../derive/check-citations.ts'
import { collectCitations } from '../derive/collect-citations.ts'
import { tencentSdkFiles } from '../derive/tencent/derive-tencent.ts'
import { knownVendors, loadVendor } from './load-vendor.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const documents = process.env['ORGPROOF_DOCUMENTS']

/** The data files of a vendor; those that name no document cite the first one of its sources. */
const filesOf = (vendor: string): Readonly<Record<string, JsonObject>> => {
  const read = (name: string): JsonObject =>
    JSON.parse(readFileSync(join(here, vendor, name), 'utf8')) as JsonObject
  const sources = read('sources.json') as { readonly documents: readonly { file: string }[] }
  const [first] = sources.documents
  const names = readdirSync(join(here, vendor)).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    names.map((name) => [name, { document: first?.file ?? '', ...read(name) }]),
  )
}

const [, modelsOfSdk] = tencentSdkFiles
const require = createRequire(import.meta.url)

/** The file of the SDK that a citation names: `package@version file symbol`. Other versions of the API stand beside ours. */
const sdkFile = (source: string): string => {
  const [, file = ''] = source.split(' ')
  const version = dirname(require.resolve(modelsOfSdk))
  return readFileSync(file.includes('/') ? join(version, '..', file) : join(version, file), 'utf8')
}

/** The citations of the SDK that carry the hash of its file, wherever a data file keeps them. */
const hashedSdkCitations = (value: Json): readonly Required<SdkCitation>[] => {
  if (typeof value !== 'object' || value === null) return []
  const one = value as unknown as Partial<SdkCitation>
  return one.kind === 'sdk' && one.sha256 !== undefined
    ? [one as Required<SdkCitation>]
    : Object.values(value).flatMap((part: Json) => hashedSdkCitations(part))
}

describe.each(knownVendors)('the citations of %s', async (vendor) => {
  const files = filesOf(vendor)
  const { contract } = await loadVendor(vendor)
  const all = [...Object.values(files), contract.openapi].flatMap((json) =>
    collectCitations({ document: contract.document, ...json }),
  )

  test('the same lines have the same hash in every file', () => {
    const known = new Map<string, string>()
    const wrong = all.filter(({ document, citation: { lines, sha256 } }) => {
      const place = `${document} ${lines.join('-')}`
      const before = known.get(place) ?? sha256
      known.set(place, before)
      return before !== sha256
    })
    expect(wrong).toEqual([])
  })

  test.runIf(documents !== undefined)('are of the lines that they name', () => {
    const names = [...new Set(all.map(({ document }) => document ?? ''))]
    const present = names.filter((name) => existsSync(join(documents ?? '', name)))
    expect(present).toContain(contract.document)
    const moved = present.flatMap((name) => {
      const text = readFileSync(join(documents ?? '', name), 'utf8')
      return Object.entries(files).flatMap(([file, json]) =>
        checkCitations(json, text, name)
          .filter(({ state }) => state !== 'unchanged')
          .map(({ pointer, state }) => `${file}#${pointer} ${state}`),
      )
    })
    expect(moved).toEqual([])
  })
})

test.each(['profile.json', 'reference-endpoint.json', 'requirements.json'])(
  'what %s of Tencent takes from the SDK is of the file that it names, and stands in it',
  (name) => {
    const cited = hashedSdkCitations(filesOf('tencent')[name] ?? {})
    expect(cited.length).toBeGreaterThan(0)
    for (const { source, sha256 } of cited) {
      const text = sdkFile(source)
      expect(sha256, source).toBe(createHash('sha256').update(text).digest('hex'))
      const [, , symbol = ''] = source.split(' ')
      for (const word of symbol.split('.')) expect(text).toMatch(new RegExp(`\\b${word}\\b`, 'u'))
    }
  },
)
