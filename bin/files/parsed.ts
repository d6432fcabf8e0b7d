import type { Json } from '../../specs/contract/json.ts'

/** A file that is written as it should be: what it says, and where it says it. */
export interface Parsed {
  readonly value: Json
  /** how many values it holds, the inner ones too */
  readonly values: number
  /** the line and column of a value by its JSON pointer, `line:column`; undefined where that is not known */
  readonly at: (pointer: string) => string | undefined
}

/** A place where a file is not written as it should be. */
export interface SyntaxFault {
  /** the line and column, counted from 1: `line:column` */
  readonly at: string
  /** what is wrong there; never the text of the file */
  readonly says: string
}

/** How deep values may lie within each other in any file. */
export const depthLimit = 64
