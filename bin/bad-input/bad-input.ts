/** Something that a caller may give the command line and that it can not use. */
export interface BadInput {
  readonly name: string
  readonly words: readonly string[]
  /** variables beside those of every case */
  readonly env?: Readonly<Record<string, string>>
  /** what it ends with; wrong usage unless said */
  readonly exit?: number
}

/** What stands in files, variables and URLs of the cases, and must never be printed. */
export const planted = 'planted-7c1f09e2'

/** Writes a file that a case is about, and returns its path. */
export type WriteFile = (name: string, content: string | Buffer) => string
