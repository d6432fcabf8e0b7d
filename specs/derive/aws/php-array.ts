import type { Json } from '../../contract/json.ts'

const token = /\s*(?:'(?<text>.*?)'(?=\s*(?:=>|,|\]))|(?<sign>=>|[[\],])|(?<number>\d+))/uy

interface Token {
  readonly kind: 'text' | 'sign' | 'number'
  readonly text: string
}

interface Cursor {
  readonly tokens: readonly Token[]
  at: number
}

/**
 * Reads the array literal of an example, `[ 'Name' => 'value', … ]`: an object when it has names, else a list.
 * Tolerant as the page needs it: an apostrophe closes a text only before `=>`, a comma or a bracket; `\"` is a
 * quote; a name without value has null. Throws on anything else, naming the column or token.
 */
export function parsePhpArray(source: string): Json {
  const cursor: Cursor = { tokens: tokenise(source), at: 0 }
  const value = readValue(cursor)
  if (cursor.at < cursor.tokens.length) throw new Error(`text behind the array: ${peek(cursor)}`)
  return value
}

const tokenise = (source: string): readonly Token[] => {
  const tokens: Token[] = []
  const end = source.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < end) {
    const column = token.lastIndex + 1
    const groups = token.exec(source)?.groups
    if (groups === undefined) throw new Error(`no array literal from column ${column}`)
    const { text, sign, number = '' } = groups
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll('\\"', '"') })
    else if (sign === undefined) tokens.push({ kind: 'number', text: number })
    else tokens.push({ kind: 'sign', text: sign })
  }
  return tokens
}

const peek = (cursor: Cursor): string => cursor.tokens[cursor.at]?.text ?? 'end of line'

const accept = (cursor: Cursor, sign: string): boolean => {
  const next = cursor.tokens[cursor.at]
  if (next?.kind !== 'sign' || next.text !== sign) return false
  cursor.at += 1
  return true
}

const readValue = (cursor: Cursor): Json => {
  if (accept(cursor, '[')) return readArray(cursor)
  const next = cursor.tokens[cursor.at]
  if (next === undefined || next.kind === 'sign') {
    throw new Error(`expected a value as token ${cursor.at + 1}, found ${peek(cursor)}`)
  }
  cursor.at += 1
  return next.kind === 'number' ? Number(next.text) : next.text
}

const readArray = (cursor: Cursor): Json => {
  const members: [string, Json][] = []
  const items: Json[] = []
  while (!accept(cursor, ']')) {
    const name = readName(cursor)
    if (name === undefined) items.push(readValue(cursor))
    else members.push([name, readMember(cursor)])
    if (!accept(cursor, ',')) expectEnd(cursor)
  }
  if (members.length > 0 && items.length > 0) throw new Error('an array with and without names')
  return members.length > 0 ? Object.fromEntries<Json>(members) : items
}

/** The text before an arrow; passes over both. */
const readName = (cursor: Cursor): string | undefined => {
  const [name, arrow] = cursor.tokens.slice(cursor.at, cursor.at + 2)
  if (name?.kind !== 'text' || arrow?.text !== '=>' || arrow.kind !== 'sign') return undefined
  cursor.at += 2
  return name.text
}

/** The rendering lost timestamps, and prints false as nothing. */
const readMember = (cursor: Cursor): Json => {
  const next = cursor.tokens[cursor.at]
  return next?.kind === 'sign' && next.text === ',' ? null : readValue(cursor)
}

const expectEnd = (cursor: Cursor): void => {
  const next = cursor.tokens[cursor.at]
  if (next?.kind === 'sign' && next.text === ']') return
  throw new Error(`expected a comma or ] as token ${cursor.at + 1}, found ${peek(cursor)}`)
}
