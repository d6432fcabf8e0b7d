export { exitCodes } from './exit-codes.ts'

/** Something wrong with what the caller gave us: which rule it breaks, where, and what to do about it. */
export interface Problem {
  /** in capitals, stable, for whoever greps */
  readonly code: string
  readonly message: string
  readonly hint?: string
}

/** All problems of one input, one after the other, with their hints. */
export function problemText(problems: readonly Problem[]): string {
  return problems
    .map(({ code, message, hint }) =>
      [`orgproof: ${message} [${code}]`, ...(hint === undefined ? [] : [`  ${hint}`])].join('\n'),
    )
    .join('\n')
}
