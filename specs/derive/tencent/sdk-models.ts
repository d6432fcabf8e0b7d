import { documentError, lineAt, type SourceDocument } from '../source-document.ts'

/** What a member holds: a number, a text, another type, or a list of one of these. */
export interface SdkType {
  readonly of: 'number' | 'string' | { readonly name: string }
  readonly list: boolean
}

/** A member of a type, with the numbers that its comment lists as the only ones. */
export interface SdkMember {
  readonly name: string
  readonly required: boolean
  readonly type: SdkType
  readonly values: readonly number[]
}

/** A type of the SDK: the input or output of an action, or a structure in one. */
export interface SdkModel {
  readonly name: string
  readonly members: readonly SdkMember[]
}

interface Reading {
  readonly models: readonly SdkModel[]
  /** the comment that waits for what it is about */
  readonly comment: string
  readonly open?: { readonly name: string; readonly members: readonly SdkMember[] }
}

/**
 * Reads the types of a service from the declarations of Tencent Cloud's SDK for Node.js. Throws with
 * file and line at anything that is no comment, no interface, no empty request and no member.
 */
export function readSdkModels(file: SourceDocument): readonly SdkModel[] {
  let reading: Reading = { models: [], comment: '' }
  for (let line = 1; line <= file.lines.length; line += 1) reading = readLine(file, line, reading)
  if (reading.open !== undefined) throw documentError(file, file.lines.length + 1, '“}”')
  return reading.models
}

const readLine = (file: SourceDocument, line: number, reading: Reading): Reading => {
  const text = lineAt(file, line).trim()
  if (text === '' || text === '/**' || text === '*/') return reading
  if (text.startsWith('* ')) return { ...reading, comment: text.slice(2) }
  return reading.open === undefined
    ? readOpening(file, line, reading)
    : readInside(file, line, { ...reading, open: reading.open })
}

const readOpening = (file: SourceDocument, line: number, { models }: Reading): Reading => {
  const text = lineAt(file, line)
  const [, empty] = /^export type (\w+) = null;$/u.exec(text) ?? []
  if (empty !== undefined) {
    return { models: [...models, { name: empty, members: [] }], comment: '' }
  }
  const [, name] = /^export interface (\w+) \{$/u.exec(text) ?? []
  if (name === undefined) throw documentError(file, line, 'an interface or an empty request')
  return { models, comment: '', open: { name, members: [] } }
}

const readInside = (
  file: SourceDocument,
  line: number,
  { models, comment, open }: Required<Reading>,
): Reading => {
  const text = lineAt(file, line)
  if (text === '}') return { models: [...models, open], comment: '' }
  const [, name, mark, type] = /^ {4}(\w+)(\??): (.+);$/u.exec(text) ?? []
  const read = typeOf(type ?? '')
  if (name === undefined || read === undefined) throw documentError(file, line, 'a member')
  const values = read.of === 'number' ? valuesIn(comment) : []
  const member = { name, required: mark === '', type: read, values }
  return { models, comment: '', open: { ...open, members: [...open.members, member] } }
}

/** Wide numbers are `number | bigint` in lists and `number` elsewhere: the same thing. */
const typeOf = (text: string): SdkType | undefined => {
  const [, entry] = /^Array<(.+)>$/u.exec(text) ?? []
  const bare = (entry ?? text).replace(' | bigint', '')
  const list = entry !== undefined
  if (bare === 'number' || bare === 'string') return { of: bare, list }
  return /^[A-Z]\w+$/u.test(bare) ? { of: { name: bare }, list } : undefined
}

/** A comment lists values as “1：…，0：…”, or says that one is fixed. */
const valuesIn = (comment: string): readonly number[] => {
  const fixed = /固定为(\d+)/u.exec(comment)?.[1]
  if (fixed !== undefined) return [Number(fixed)]
  return [...comment.matchAll(/(-?\d+)：/gu)].map(([, value]) => Number(value))
}
