import { printable } from '../reports/text/printable.ts'

export { exitCodes } from './exit-codes.ts'

/** Something wrong with what the caller gave us: which rule it breaks, where, and what to do about it. */
export interface Problem {
  /** in capitals, stable, for whoever greps */
  readonly code: string
  readonly message: string
  readonly hint?: string
  /** how many more there are of its kind in the same place, counted and not written out */
  readonly further?: number
}

/** Why something is not begun, and the code it then ends with. */
export interface Obstacle {
  readonly problem: Problem
  /** what else is in the way */
  readonly others?: readonly Problem[]
  readonly exitCode: number
}

/** What may have come of reading something, or what is wrong with it. */
type Read =
  | object
  | { readonly problem: Problem; readonly others?: readonly Problem[] }
  | { readonly problems: readonly Problem[] }

/** What is wrong with something that was read; nothing where it was read, or was not there to be read. */
export function problemsOf(read: Read | undefined): readonly Problem[] {
  if (read === undefined) return []
  if ('problems' in read) return read.problems
  return 'problem' in read ? [read.problem, ...(read.others ?? [])] : []
}

/** So many problems are told; whoever has more has a file of quite another kind, or will ask again. */
export const mostTold = 8

/** The problems of one input, one after the other, with their hints; of very many the first, and how many more. */
export function problemText(problems: readonly Problem[]): string {
  const told = problems.slice(0, mostTold)
  const all = problems.reduce((count, { further = 0 }) => count + 1 + further, 0)
  const rest = all - told.length
  return [...told.flatMap(linesOf), ...(rest > 0 ? [`orgproof: and ${rest} more`] : [])].join('\n')
}

const linesOf = ({ code, message, hint }: Problem): readonly string[] => [
  `orgproof: ${printable(message)} [${code}]`,
  ...(hint === undefined ? [] : hint.split('\n').map((line) => `  ${printable(line)}`)),
]

/** A text of the caller's as a message quotes it: in quotation marks, its beginning only when it is long. */
export function quoted(text: string): string {
  return text.length <= quotable ? `"${text}"` : `"${text.slice(0, quotable)}…"`
}

const quotable = 80
