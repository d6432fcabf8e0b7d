import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import awsContract from './aws/openapi/organizations-2016-11-28.json' with { type: 'json' }
import awsSources from './aws/sources.json' with { type: 'json' }
import codeartsContract from './codearts/openapi/codearts-2025-12-18.json' with { type: 'json' }
import codeartsSources from './codearts/sources.json' with { type: 'json' }
import huaweiCodes from './huawei/openapi/error-codes.json' with { type: 'json' }
import huaweiContract from './huawei/openapi/organizations-2024-03-14.json' with { type: 'json' }
import huaweiSources from './huawei/sources.json' with { type: 'json' }
import tencentContract from './tencent/openapi/organization-2018-12-25.json' with { type: 'json' }
import tencentSources from './tencent/sources.json' with { type: 'json' }

/** A vendor's document as people know it. */
export interface KnownDocument {
  readonly title: string
  /** where its vendor publishes it; absent where that is not known */
  readonly page?: string
  /** the section that lines stand in; undefined where they stand in none that has a name */
  readonly sectionOf: (lines: readonly [from: number, to: number]) => Section | undefined
}

/** A part of a document: an operation, a shape or an error code. */
export interface Section {
  readonly name: string
  /** as the document numbers it */
  readonly number?: string
  /** its place on the vendor's page */
  readonly page?: string
}

/** The document of that file; undefined for a file that no vendor's sources name. */
export function knownDocument(file: string): KnownDocument | undefined {
  const known = documents.get(file)
  if (known !== undefined) return known
  const source = sources.find((one) => one.file === file)
  if (source === undefined) return undefined
  const made = documentOf(source)
  documents.set(file, made)
  return made
}

const documents = new Map<string, KnownDocument>()

interface Source {
  readonly file: string
  readonly title: string
  readonly page?: string
  readonly operationPage?: string
}

const sources: readonly Source[] = [
  awsSources,
  codeartsSources,
  huaweiSources,
  tencentSources,
].flatMap((one) => one.documents)

const derived: readonly object[] = [
  awsContract,
  codeartsContract,
  huaweiCodes,
  huaweiContract,
  tencentContract,
]
const contracts = derived.filter(isObject)

interface PlacedSection extends Section {
  readonly lines: readonly [from: number, to: number]
}

const documentOf = ({ file, title, page, operationPage }: Source): KnownDocument => {
  const own = contracts.filter((one) => fileOf(one) === file)
  // an operation says more than the shapes in it
  const kinds = [operationsOf, shapesOf, codesOf].map((kind) => own.flatMap(kind))
  const looked = new Map<string, Section | undefined>()
  const sectionOf: KnownDocument['sectionOf'] = (lines) => {
    const found = kinds.map((kind) => innermost(kind, lines))
    const { lines: _, ...section } = found.find((one) => one !== undefined) ?? none
    if (section.name === '') return undefined
    const place = found[0] && operationPage?.replace('{operation}', section.name.toLowerCase())
    return { ...section, ...(place !== undefined && { page: place }) }
  }
  return {
    title,
    ...(page !== undefined && { page }),
    sectionOf: (lines) => {
      const key = lines.join()
      if (!looked.has(key)) looked.set(key, sectionOf(lines))
      return looked.get(key)
    },
  }
}

const none: PlacedSection = { name: '', lines: [0, 0] }

const innermost = (
  sections: readonly PlacedSection[],
  [from, to]: readonly [number, number],
): PlacedSection | undefined =>
  sections
    .filter(({ lines: [first, last] }) => first <= from && to <= last)
    .toSorted((one, other) => sizeOf(one) - sizeOf(other))[0]

const sizeOf = ({ lines: [first, last] }: PlacedSection): number => last - first

const fileOf = (contract: JsonObject): Json | undefined =>
  objectIn(objectIn(contract, 'info'), 'x-document')['file']

const operationsOf = (contract: JsonObject): readonly PlacedSection[] =>
  Object.values(objectIn(contract, 'paths'))
    .flatMap((item) => (isObject(item) ? Object.values(item) : []))
    .flatMap((operation) => {
      if (!isObject(operation)) return []
      const { operationId, 'x-section': number } = operation
      if (typeof operationId !== 'string') return []
      return placed(operationId, objectIn(operation, 'x-citation'), number)
    })

const shapesOf = (contract: JsonObject): readonly PlacedSection[] =>
  Object.entries(objectIn(objectIn(contract, 'components'), 'schemas')).flatMap(([name, shape]) =>
    isObject(shape) ? placed(name, objectIn(shape, 'x-citation')) : [],
  )

const codesOf = (contract: JsonObject): readonly PlacedSection[] =>
  Object.entries(objectIn(contract, 'x-error-codes')).flatMap(([name, code]) =>
    isObject(code) ? placed(name, code) : [],
  )

/** A section where it is known which lines it has. */
const placed = (name: string, { lines }: JsonObject, number?: Json): readonly PlacedSection[] => {
  if (!Array.isArray(lines)) return []
  const [from, to] = lines.map(Number)
  if (from === undefined || to === undefined) return []
  return [{ name, lines: [from, to], ...(typeof number === 'string' && { number }) }]
}

const objectIn = (value: JsonObject, name: string): JsonObject => {
  const inner = value[name]
  return isObject(inner) ? inner : {}
}
