import type { JsonObject } from '../../contract/json.ts'
import { cite, type LineCitation, type Span } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import { readEmailRules } from './email.ts'
import { readIdentifier } from './identifiers.ts'
import type { ProseLine } from './members.ts'

/** The JSON Schema keywords that a member's prose amounts to, with the lines that state each. */
export interface Constraints {
  readonly keywords: JsonObject
  readonly citations: Readonly<Record<string, LineCitation>>
  /** Keywords that rest on more than the cited lines. */
  readonly soft: readonly string[]
}

interface Statement {
  readonly keyword: string
  readonly value: string | number
  readonly span: Span
  readonly soft?: boolean
}

type Reader = (
  document: SourceDocument,
  prose: readonly ProseLine[],
  identifiers: ReadonlyMap<string, string>,
) => readonly Statement[]

/**
 * Reads the constraints that prose words: identifier forms, character sets, the rules for e-mail addresses,
 * taggable resources, defaults, content that is JSON. Throws when a line announces a pattern that no reader
 * understands, so that a new wording is never lost silently.
 */
export function readConstraints(
  document: SourceDocument,
  prose: readonly ProseLine[],
  identifiers: ReadonlyMap<string, string>,
): Constraints {
  const statements = readers.flatMap((read) => read(document, prose, identifiers))
  const announced = prose.find(({ text }) => text.includes('regex pattern'))
  if (announced !== undefined && !statements.some(({ keyword }) => keyword === 'pattern')) {
    // A "standard" address names no characters: it states a pattern and leaves it open.
    if (!announced.text.includes('standard internet email')) {
      throw documentError(document, announced.line, 'a pattern in known words')
    }
  }
  const twice = statements.find(({ keyword }, at) =>
    statements.some((other, index) => index < at && other.keyword === keyword),
  )
  if (twice !== undefined) {
    throw documentError(document, twice.span.from, `one statement of ${twice.keyword}`)
  }
  return {
    keywords: Object.fromEntries(statements.map(({ keyword, value }) => [keyword, value])),
    citations: Object.fromEntries(
      statements.map(({ keyword, span }) => [keyword, cite(document.lines, span)]),
    ),
    soft: statements.filter(({ soft }) => soft === true).map(({ keyword }) => keyword),
  }
}

const anchored = (alternatives: readonly string[]): string =>
  alternatives.length === 1 ? `^${alternatives[0]}$` : `^(?:${alternatives.join('|')})$`

const identifierPattern: Reader = (document, prose) => {
  const forms = prose.flatMap(({ line, text }) => {
    const form = readIdentifier(text)
    return form === undefined ? [] : [{ line, form }]
  })
  const last = forms.at(-1)
  if (last === undefined) return []
  const announced = prose.find(({ text }) => text.includes('regex pattern'))
  if (announced?.text.endsWith(':') === true) expectForms(document, prose, announced.line)
  const value = anchored(forms.map(({ form }) => form))
  const from = announced?.line ?? last.line
  return [{ keyword: 'pattern', value, span: { from, to: last.line } }]
}

/** A list of alternatives runs to the end of the entry: one that is not understood would narrow the pattern. */
const expectForms = (
  document: SourceDocument,
  prose: readonly ProseLine[],
  announcedAt: number,
): void => {
  const unread = prose.find(
    ({ line, text }) => line > announcedAt && text !== '-' && readIdentifier(text) === undefined,
  )
  if (unread !== undefined) throw documentError(document, unread.line, 'a form in known words')
}

/** Taggable resources are listed by kind and prefix; the forms themselves are worded elsewhere. */
const taggablePattern: Reader = (document, prose, identifiers) => {
  const kinds = prose.flatMap(({ line, text }) => {
    if (text.includes('specify the account ID')) return [{ line, prefix: '' }]
    return /^[a-z]+-$/u.test(text) ? [{ line, prefix: text }] : []
  })
  const [first, last] = [kinds[0], kinds.at(-1)]
  if (first === undefined || last === undefined || kinds.length < 2) return []
  const forms = kinds.map(({ line, prefix }) => {
    const form = identifiers.get(prefix)
    if (form === undefined) throw documentError(document, line, 'a prefix worded elsewhere')
    return form
  })
  const span = { from: first.line, to: last.line }
  return [{ keyword: 'pattern', value: anchored(forms), span, soft: true }]
}

const onlyCharacters = /account name .*only the characters (.+?)\) You/u
const roleCharacters = /digits with no spaces, .*: (\S+)$/u

const characterPattern: Reader = (_, prose) =>
  prose.flatMap(({ line, text }): readonly Statement[] => {
    const set = readCharacterSet(text)
    if (set === undefined) return []
    return [{ keyword: 'pattern', value: `^[${set}]*$`, span: { from: line, to: line } }]
  })

const readCharacterSet = (text: string): string | undefined => {
  if (text.includes('ASCII character range')) return '\\u0000-\\u007F'
  const role = roleCharacters.exec(text)?.[1]
  if (role !== undefined) return `A-Za-z0-9${hyphenLast(role)}`
  const only = onlyCharacters.exec(text)?.[1]
  if (only === undefined) return undefined
  const ranges = [...only.matchAll(/\[(\w-\w)\]/gu)].map((match) => match[1] ?? '')
  const marks = [...`${only})`.matchAll(/\((.)\)/gu)].map((match) => match[1] ?? '')
  return `${ranges.join('')}${hyphenLast(marks.join(''))}`
}

const hyphenLast = (marks: string): string =>
  marks.includes('-') ? `${marks.replace('-', '')}-` : marks

const emailRules: Reader = (document, prose) => {
  const rules = readEmailRules(document, prose)
  if (rules === undefined) return []
  const lengths = { from: rules.lengthAt, to: rules.lengthAt }
  return [
    { keyword: 'minLength', value: rules.minLength, span: lengths },
    { keyword: 'maxLength', value: rules.maxLength, span: lengths },
    { keyword: 'pattern', value: rules.pattern, span: { from: rules.from, to: rules.to } },
  ]
}

/** A default is the code on the line after words that end in "defaults to". */
const defaultValue: Reader = (_, prose) =>
  prose.flatMap(({ line, text }, at): readonly Statement[] => {
    const value = text.endsWith('defaults to') ? prose[at + 1]?.text : undefined
    if (value === undefined || !/^\w+$/u.test(value)) return []
    return [{ keyword: 'default', value, span: { from: line, to: line + 1 } }]
  })

const jsonContent: Reader = (_, prose) =>
  prose.flatMap(({ line, text }): readonly Statement[] =>
    text.includes('correctly formatted JSON')
      ? [{ keyword: 'contentMediaType', value: 'application/json', span: { from: line, to: line } }]
      : [],
  )

const readers: readonly Reader[] = [
  identifierPattern,
  taggablePattern,
  characterPattern,
  emailRules,
  defaultValue,
  jsonContent,
]
