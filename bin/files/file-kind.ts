import type { Problem } from '../../harness/problem.ts'
import type { Parsed, SyntaxFault } from './parsed.ts'

/** A kind of file: how it is written, how large it may be, what fits it, and what its parts must not say at once. */
export interface FileKind<T> {
  /** bytes that are read at most */
  readonly limit: number
  readonly parse: (text: string) => Parsed | SyntaxFault
  readonly schema: object
  /** the type that describes the same as the schema */
  readonly typed: (value: unknown) => T
  /** what of it contradicts something else of it, in sentences that quote nothing but names */
  readonly contradictions?: (content: T) => readonly string[]
}

/** A file that could be read, or everything that is wrong with it. */
export type FileRead<T> = { readonly content: T } | { readonly problems: readonly Problem[] }

/** What a file said, where it was asked for and could be read. */
export function contentOf<T>(read: FileRead<T> | undefined): T | undefined {
  return read !== undefined && 'content' in read ? read.content : undefined
}
