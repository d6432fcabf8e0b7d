import type { KeywordDefinition, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'

import type { Citation } from '../contract/citation.ts'
import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import { readPolicyDocument } from './read-policy-document.ts'

/** A file in policy-contents/ of a vendor: what documents of a kind may say. */
export interface GrammarFile {
  /** the names of members are read in any case; else as they are written */
  readonly anyCase?: boolean
  /** the most characters of a document, where this kind has a limit of its own */
  readonly characters?: { readonly value: number; readonly evidence: Citation }
  /** who says what of it that is not recorded */
  readonly sources: readonly Citation[]
  /**
   * A JSON Schema of the document as it is read, where every scalar is a text. Beside the keywords of JSON Schema it
   * has those below, those that its vendor adds, and `evidence`: the recorded cases that show a rule.
   */
  readonly content: JsonObject
}

/** What is known of the documents of a kind. */
export interface PolicyGrammar {
  readonly admits: (content: string) => boolean
  readonly characters?: number
}

/** The grammars of a vendor, by policy type and by what else has one. */
export type PolicyGrammars = Readonly<Record<string, PolicyGrammar>>

const wholeNumber: KeywordDefinition = {
  keyword: 'wholeNumber',
  type: 'string',
  schemaType: 'array',
  validate: ([least, most]: readonly [number, number], text: string) =>
    /^\d+$/u.test(text) && Number(text) >= least && Number(text) <= most,
}

const beginsWith: KeywordDefinition = {
  keyword: 'beginsWith',
  type: 'string',
  schemaType: 'array',
  validate: (beginnings: readonly string[], text: string) =>
    beginnings.some((beginning) => text.startsWith(beginning)),
}

/** Whatever stands at a path within a member of an object is the name of that member, in any case. */
const namedBy: KeywordDefinition = {
  keyword: 'namedBy',
  type: 'object',
  schemaType: 'array',
  validate: (path: readonly string[], object: JsonObject) =>
    Object.entries(object).every(([name, member]) => {
      const told = path.reduce<Json | undefined>(
        (part, step) => (isObject(part) ? part[step] : undefined),
        member,
      )
      return typeof told !== 'string' || told.toLowerCase() === name.toLowerCase()
    }),
}

/**
 * The grammar of a file, with the keywords that its vendor adds. It is compiled when a document is first held against
 * it: most runs need one or two of a vendor's.
 */
export function policyGrammar(
  { anyCase = false, characters, content }: GrammarFile,
  keywords: readonly KeywordDefinition[] = [],
): PolicyGrammar {
  let validate: ValidateFunction | undefined
  const names = namesIn(content)
  return {
    admits: (text) => {
      const document = readPolicyDocument(text, anyCase)
      if (document === undefined) return false
      validate ??= compiled(content, keywords)
      return validate(anyCase ? folded(document, names) : document)
    },
    ...(characters && { characters: characters.value }),
  }
}

const compiled = (
  content: JsonObject,
  keywords: readonly KeywordDefinition[],
): ValidateFunction => {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    // the schema of a grammar is held against that of schemas by its test, not at every start
    validateSchema: false,
    // it is used a few dozen times: to make its code faster takes longer
    code: { optimize: false },
  })
  ajv.addVocabulary([wholeNumber, beginsWith, namedBy, ...keywords, 'evidence'])
  return ajv.compile(content)
}

/** Every name of a member that a schema says, wherever it does. */
const namesIn = (schema: Json): ReadonlySet<string> => {
  if (!isObject(schema)) return new Set(Array.isArray(schema) ? schema.flatMap(listed) : [])
  return new Set([...Object.keys(schema), ...Object.values(schema).flatMap(listed)])
}

const listed = (schema: Json): readonly string[] => [...namesIn(schema)]

/** The same document with the members that a schema names spelled as it spells them. */
const folded = (value: Json, names: ReadonlySet<string>): Json => {
  if (Array.isArray(value)) return value.map((one: Json) => folded(one, names))
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([name, part]) => {
    const spelled = names.has(name.toLowerCase()) ? name.toLowerCase() : name
    return [spelled, folded(part, names)] as const
  })
  return Object.fromEntries(members)
}
